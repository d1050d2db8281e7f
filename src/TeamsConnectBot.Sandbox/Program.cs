using TeamsConnectBot.Sandbox.Launch;

return await SandboxCommand.Create().Parse(args).InvokeAsync();
