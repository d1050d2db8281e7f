using TeamsConnectBot;

await using var service = ServiceHost.Build(args);
await service.RunAsync();
