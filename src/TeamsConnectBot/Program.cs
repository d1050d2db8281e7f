using TeamsConnectBot;
using TeamsConnectBot.Data.Moving;

if (args is [MoveCommand.Name, .. var settings])
{
    return await MoveCommand.RunAsync(settings, Console.Out);
}

await using var service = ServiceHost.Build(args);
await service.RunAsync();
return 0;
