using System.CommandLine;
using System.Diagnostics;
using TeamsConnectBot.Benchmarks.Load;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Benchmarks;

/// <summary>
/// <c>round --people N --latency-ms L [--seed S]</c>: a whole round of the real service against the Sandbox, over HTTP, with latency added
/// to every request: from the round's start until everybody is told about their connection. Installing and joining are not measured. With
/// more than 20,000 people, at 45 messages a second, it runs only until the invitations are planned.
/// </summary>
internal static class RoundCommand
{
    private const int TooManyToSend = 20_000;

    public static Command Create()
    {
        var people = CommandOptions.Required<int>("--people", "How many people take part.");
        var latency = CommandOptions.Optional("--latency-ms", "Latency added to every request the service makes, in milliseconds.", 0);
        var seed = CommandOptions.Optional("--seed", "Seed of the organisation and the answers.", 1UL);
        var command = new Command("round", "Runs one whole round of the service.") { people, latency, seed };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(people), TimeSpan.FromMilliseconds(parsed.GetValue(latency)), parsed.GetValue(seed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int people, TimeSpan latency, ulong seed, CancellationToken cancellation)
    {
        if (people > TooManyToSend)
        {
            JsonLine.Write(await LoadRun.MeasureAsync(people, latency, seed, cancellation));
            return 0;
        }

        var run = new SandboxRun { People = people, Seed = seed, Start = new DateOnly(2026, 11, 23) };
        var organisation = run.ReadOrganisation();
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = organisation,
            Seed = seed,
            Start = run.StartsAt(organisation, TimeProvider.System),
        });
        var answers = new PeopleAtWork(tenant.Tenant, new Habits { Seed = seed });
        var launch = new LaunchOptions { DatabaseFile = folder.File("connect.db"), Synchronous = "Full" };
        await using var service = await RunningService.StartAsync(tenant, launch);
        service.Clock.NextByPeople = answers.Next;
        service.Clock.ActPeople = answers.ActAsync;
        await answers.InstallAllAsync(cancellation);
        var start = tenant.Tenant.Clock.GetUtcNow();
        await service.Clock.AdvanceToAsync(start.AddMinutes(80), null, cancellation);

        tenant.Options.Latency = latency;
        var before = tenant.Tenant.Counters.ByKind;
        var watch = Stopwatch.StartNew();
        await service.Clock.AdvanceToAsync(start.AddHours(30), null, cancellation);
        var elapsed = watch.Elapsed;
        var requests = tenant.Tenant.Counters.ByKind
            .ToDictionary(kind => kind.Key, kind => kind.Value - before.GetValueOrDefault(kind.Key))
            .Where(kind => kind.Value > 0).ToDictionary();
        JsonLine.Write(new
        {
            people,
            latencyMs = (int)latency.TotalMilliseconds,
            invited = answers.Counts.Invitations,
            yes = answers.Counts.Yes,
            connections = tenant.Tenant.Calendar.Live.Count,
            leftOut = answers.Counts.Yes - tenant.Tenant.Calendar.Live.Sum(item => item.Attendees.Length),
            errors = tenant.Tenant.Counters.Unexpected.Count,
            seconds = Math.Round(elapsed.TotalSeconds, 1),
            peakMiB = PeakMemory.MiB(),
            requests,
        });
        return 0;
    }
}
