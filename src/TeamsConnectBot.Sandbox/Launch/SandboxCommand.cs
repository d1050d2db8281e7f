using System.CommandLine;
using System.CommandLine.Parsing;
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
        var people = NumberOption.Create("--people", "How many people the made-up organisation has", 60, 2, 1_000_000);
        var organisation = new Option<DirectoryInfo?>("--organisation") { Description = "A folder with people.csv and, optionally, busy.csv and aiuse.csv." };
        var start = new Option<DateOnly?>("--start")
        {
            Description = "The clock's first day, such as 2026-11-23 (default: the first day in busy.csv, else next Monday).",
            CustomParser = ReadDay,
        };
        var days = NumberOption.Create("--days", "How many days an unattended run takes", 70, 1, 3650);
        var seed = NumberOption.Create("--seed", "What everything made up follows from", 1UL, 0UL, ulong.MaxValue);
        var yes = NumberOption.Create("--yes", "The chance of a yes", 0.6, 0.0, 1.0);
        var messy = new Option<bool>("--messy") { Description = "Some answer late, take back, cancel, pause, block or uninstall." };
        var preNamed = new Option<bool>("--pre-named") { Description = "For comparison: what the same answers would have come to with pairs named beforehand." };
        var port = NumberOption.Create("--port", "The page's port; 0 takes a free one", 5080, 0, 65535);

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

    private static DateOnly? ReadDay(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError($"--start is '{text}'; write a day such as 2026-11-23.");
        return null;
    }

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
