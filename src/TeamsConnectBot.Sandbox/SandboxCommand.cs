using System.CommandLine;
using System.CommandLine.Parsing;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Launch.Processes;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Unattended;

namespace TeamsConnectBot.Sandbox;

/// <summary>The Sandbox's command line.</summary>
internal static class SandboxCommand
{
    public static RootCommand Create()
    {
        var unattended = new Option<bool>("--unattended")
        {
            Description = "Simulate everybody, run for a number of days, print one line of JSON and stop.",
        };
        var people = NumberOption.Create("--people", "The number of people in the made-up organisation", 60, 2, 1_000_000);
        var organisation = new Option<DirectoryInfo?>("--organisation")
        {
            Description = "Use an organisation of your own: a folder with people.csv and, optionally, busy.csv and aiuse.csv.",
        };
        var start = new Option<DateOnly?>("--start")
        {
            Description = "The day on which the clock starts, such as 2026-11-23 (default: the first day in busy.csv, or next Monday).",
            CustomParser = ReadDay,
        };
        var days = NumberOption.Create("--days", "The number of days to simulate in an unattended run", 70, 1, 3650);
        var seed = NumberOption.Create("--seed", "The random seed; the same seed gives the same run", 1UL, 0UL, ulong.MaxValue);
        var yes = NumberOption.Create("--yes", "The probability that somebody accepts an invitation", 0.6, 0.0, 1.0);
        var messy = new Option<bool>("--messy")
        {
            Description = "Let some people answer late, change their minds, cancel, pause, block the bot or uninstall the app.",
        };
        var ai = NumberOption.Create(
            "--ai", "Unattended runs: have the works council agree to the AI-week rules, with this share of people switching it on",
            0.0, 0.0, 1.0);
        var asks = NumberOption.Create(
            "--asks", "Unattended runs: switch questions to colleagues on, with this chance that a person asks in a week", 0.0, 0.0, 1.0);
        var preNamed = new Option<bool>("--pre-named")
        {
            Description = "Unattended runs: also report, for comparison, the result if invitations had named the other person.",
        };
        var refuseTargeted = new Option<bool>("--refuse-targeted")
        {
            Description = "Have Teams refuse messages that only one person in a channel sees, as in a tenant that does not have them yet.",
        };
        var port = NumberOption.Create("--port", "The port of the page; 0 picks a free one", 5080, 0, 65535);

        var command = new RootCommand("Runs the real TeamsConnectBot service in a simulated Microsoft 365 tenant, with a page to try it.")
        {
            unattended, people, organisation, start, days, seed, yes, messy, ai, asks, preNamed, refuseTargeted, port,
        };
        command.Subcommands.Add(ServiceCommand.Create());
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
                Ai = parsed.GetResult(ai) is { Implicit: false } ? parsed.GetValue(ai) : null,
                Asks = parsed.GetResult(asks) is { Implicit: false } ? parsed.GetValue(asks) : null,
                PreNamed = parsed.GetValue(preNamed),
                RefusesTargeted = parsed.GetValue(refuseTargeted),
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
        catch (OrganisationFormatException invalid)
        {
            await Console.Error.WriteLineAsync(invalid.Message);
            return 2;
        }
    }
}
