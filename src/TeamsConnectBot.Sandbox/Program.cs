using TeamsConnectBot.Sandbox;

return await SandboxCommand.Create().Parse(args).InvokeAsync();
