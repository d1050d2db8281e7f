using System.CommandLine;
using System.Diagnostics;
using TeamsConnectBot.Benchmarks.Load;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Benchmarks;

/// <summary>
/// <c>round --people N --latency-ms L [--seed S]</c>: a whole round of the real service against the Sandbox, over HTTP, with
/// time added to every request: from the round's start to the last connection told. Installing and joining are not measured.
/// Of more than 20,000 people, at 45 messages a second, only the part up to the planned invitations is run.
/// </summary>
internal static class RoundCommand
{
    private const int TooManyToSend = 20_000;

    public static Command Create()
    {
        var people = new Option<int>("--people") { Description = "How many people take part.", Required = true };
        var latency = new Option<int>("--latency-ms")
        {
            Description = "Added to every request the service makes.", DefaultValueFactory = _ => 0,
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "What the organisation and the answers follow from.", DefaultValueFactory = _ => 1,
        };
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
        var answers = new SimulatedPeople(tenant, new Habits { Seed = seed });
        await using var service = await RunningService.StartAsync(tenant,
            new LaunchOptions { DatabaseFile = folder.File("connect.db"), Synchronous = "Full" });
        service.Clock.NextPeopleAction = answers.NextActionAt;
        service.Clock.RunPeopleActions = answers.RunDueActionsAsync;
        await answers.InstallAllAsync(cancellation);
        var start = tenant.Tenant.Clock.GetUtcNow();
        await service.Clock.AdvanceToAsync(start.AddMinutes(80), null, cancellation);

        tenant.Options.Latency = latency;
        var before = tenant.Tenant.Counters.ByKind;
        var watch = Stopwatch.StartNew();
        await service.Clock.AdvanceToAsync(start.AddHours(30), null, cancellation);
        var elapsed = watch.Elapsed;
        var requests = tenant.Tenant.Counters.ByKind
            .ToDictionary(kind => kind.Key, kind => kind.Value - before.GetValueOrDefault(kind.Key)).Where(kind => kind.Value > 0)
                .ToDictionary();
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
