using System.CommandLine;
using System.Globalization;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Unattended;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>The command line.</summary>
internal static class SandboxCommand
{
    public static RootCommand Create()
    {
        var unattended = new Option<bool>("--unattended") { Description = "Let everybody answer by a seeded behaviour, run the days, print one JSON line and stop." };
        var people = new Option<int>("--people") { Description = "How many people the made-up organisation has (2 to 1,000,000).", DefaultValueFactory = _ => 60 };
        var organisation = new Option<DirectoryInfo?>("--organisation") { Description = "A folder with people.csv and, if you like, ties.csv, busy.csv and aiuse.csv." };
        var start = new Option<DateOnly?>("--start") { Description = "The clock's first day, such as 2026-11-23 (default: the first day in busy.csv, else next Monday)." };
        var days = new Option<int>("--days") { Description = "How many days an unattended run takes (1 to 3,650).", DefaultValueFactory = _ => 70 };
        var seed = new Option<ulong>("--seed") { Description = "What everything made up follows from.", DefaultValueFactory = _ => 1 };
        var yes = new Option<double>("--yes") { Description = "The chance of a yes (0 to 1).", DefaultValueFactory = _ => 0.6 };
        var messy = new Option<bool>("--messy") { Description = "Some answer late, take back, cancel, pause, block or uninstall." };
        var preNamed = new Option<bool>("--pre-named") { Description = "For comparison: what the same answers would have come to with pairs named beforehand." };
        var port = new Option<int>("--port") { Description = "The page's port (0 takes a free one).", DefaultValueFactory = _ => 5080 };

        Check(people, value => value is >= 2 and <= 1_000_000, "2 to 1,000,000");
        Check(days, value => value is >= 1 and <= 3650, "1 to 3,650");
        Check(yes, value => value is >= 0 and <= 1, "0 to 1");
        Check(port, value => value is >= 0 and <= 65535, "0 to 65535");

        var command = new RootCommand("A Microsoft 365 tenant in a box, with the real TeamsConnectBot service in it.")
        {
            unattended, people, organisation, start, days, seed, yes, messy, preNamed, port,
        };
        command.Subcommands.Add(Processes.ServiceCommand.Create());
        command.SetAction((parsed, cancellation) => RunAsync(
            new SandboxRun
            {
                People = parsed.GetValue(people),
                Folder = parsed.GetValue(organisation)?.FullName,
                Start = parsed.GetValue(start),
                Days = parsed.GetValue(days),
                Seed = parsed.GetValue(seed),
                Yes = parsed.GetValue(yes),
                Messy = parsed.GetValue(messy),
                PreNamed = parsed.GetValue(preNamed),
                Port = parsed.GetValue(port),
            },
            parsed.GetValue(unattended),
            cancellation));
        return command;
    }

    private static void Check<T>(Option<T> option, Func<T, bool> isAllowed, string allowed) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<T>() is { } value && !isAllowed(value))
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is {value}; allowed are {allowed}."));
        }
    });

    private static async Task<int> RunAsync(SandboxRun run, bool unattended, CancellationToken cancellation)
    {
        try
        {
            return unattended
                ? await UnattendedRun.RunAsync(run, Console.Out, Console.Error, cancellation)
                : await InteractiveRun.RunAsync(run, cancellation);
        }
        catch (OrganisationFormatException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
    }
}
