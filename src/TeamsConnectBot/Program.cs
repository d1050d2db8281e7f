using TeamsConnectBot.Data.Moving;
using TeamsConnectBot.Operations;
using TeamsConnectBot.Operations.Restoring;
using TeamsConnectBot.Telemetry;

return args switch
{
    ["options"] => OptionsTable.Print(Console.Out),
    ["check", .. var settings] => await InstallationCheck.RunAsync(settings, Console.Out),
    ["--version"] => ServiceVersion.Print(Console.Out),
    [RestoredDatabase.Name, .. var settings] => await RestoredDatabase.RunAsync(settings, Console.Out),
    [PostgresMove.Name, .. var settings] => await PostgresMove.RunAsync(settings, Console.Out),
    _ => await ServiceRun.RunAsync(args, Console.Error),
};
