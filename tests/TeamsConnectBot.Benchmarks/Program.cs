using System.CommandLine;
using TeamsConnectBot.Benchmarks;

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
};

return await root.Parse(args).InvokeAsync();
