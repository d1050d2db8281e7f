using TeamsConnectBot.Data.Moving;
using TeamsConnectBot.Operations;
using TeamsConnectBot.Operations.Restoring;
using TeamsConnectBot.Telemetry;

return args switch
{
    ["options"] => OptionsTable.Print(Console.Out),
    ["check", .. var given] => await InstallationCheck.RunAsync(given, Console.Out, Console.Error),
    ["--version"] => ServiceVersion.Print(Console.Out),
    [RestoredDatabase.Name, .. var settings] => await RestoredDatabase.RunAsync(settings, Console.Out),
    [PostgresMove.Name, .. var settings] => await PostgresMove.RunAsync(settings, Console.Out),
    [var word, ..] when CommandWords.Problem(word) is { } problem => CommandWords.Refuse(problem, Console.Error),
    _ => await ServiceRun.RunAsync(args, Console.Error),
};
