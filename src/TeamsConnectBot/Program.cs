using TeamsConnectBot.Data.Moving;
using TeamsConnectBot.Operations;
using TeamsConnectBot.Operations.Restoring;
using TeamsConnectBot.Telemetry;

return args switch
{
    ["options"] => OptionsTable.Print(Console.Out),
    ["check", .. var given] => await InstallationCheck.RunAsync(given, Console.Out, Console.Error),
    [var word, ..] when CommandWords.IsHelp(word) => CommandWords.Help(Console.Out),
    ["--version"] => ServiceVersion.Print(Console.Out),
    [RestoredDatabase.Name or PostgresMove.Name, .. var given] when given.Any(CommandWords.IsHelp) => CommandWords.Help(Console.Out),
    [RestoredDatabase.Name, .. var settings] => await RestoredDatabase.RunAsync(settings, Console.Out),
    [PostgresMove.Name, .. var settings] => await PostgresMove.RunAsync(settings, Console.Out),
    [var word, ..] when CommandWords.Problem(word) is { } problem => CommandWords.Refuse(problem, Console.Error),
    _ => await ServiceRun.RunAsync(args, Console.Error),
};
