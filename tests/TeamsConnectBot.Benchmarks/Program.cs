using System.CommandLine;
using TeamsConnectBot.Benchmarks;
using TeamsConnectBot.Benchmarks.Clicks;

var root = new RootCommand("Benchmarks with fixed command lines; each prints one line of JSON.")
{
    MatchingCommand.Create(),
    GapsCommand.Create(),
    SettlingCommand.Create(),
    RoundCommand.Create(),
    DryRunCommand.Create(),
    ErasureCommand.Create(),
    PhrasesCommand.Create(),
    FaultsCommand.Create(),
    DeliveryCommand.Create(),
    AgainstCommand.Create(),
    ClicksCommand.Create(),
    EmptyBot.CreateCommand(),
};

return await root.Parse(args).InvokeAsync();
