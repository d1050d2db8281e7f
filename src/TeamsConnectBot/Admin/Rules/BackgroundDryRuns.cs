using System.Collections.Concurrent;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>A dry-run and its progress.</summary>
internal sealed class BackgroundDryRun(Guid id, string startedBy)
{
    public Guid Id => id;

    /// <summary>The id of the person who started it, the only one who may see it.</summary>
    public string StartedBy => startedBy;

    public DryRunProgress Progress { get; set; } = new(DryRunStep.People, 0);

    public DryRunReport? Report { get; set; }

    public bool HasFailed { get; set; }

    public bool IsOver => Report is not null || HasFailed;
}

/// <summary>Runs dry-runs in the background, so that the page can show their progress.</summary>
internal sealed partial class BackgroundDryRuns(
    DryRun dryRun, ILogger<BackgroundDryRuns> logger, IHostApplicationLifetime host, TimeProvider clock)
{
    private const int MostKept = 50;

    private readonly ConcurrentDictionary<Guid, BackgroundDryRun> all = new();

    public BackgroundDryRun Start(Rule rule, string pool, Actor actor)
    {
        foreach (var old in all.Keys.Order().Take(Math.Max(0, all.Count - MostKept)))
        {
            all.TryRemove(old, out _);
        }

        var run = new BackgroundDryRun(clock.NewId(), actor.Id);
        all[run.Id] = run;
        _ = Task.Run(() => RunAsync(run, rule, pool, actor));
        return run;
    }

    public BackgroundDryRun? Find(Guid id, Actor actor) => all.TryGetValue(id, out var found) && found.StartedBy == actor.Id ? found : null;

    private async Task RunAsync(BackgroundDryRun run, Rule rule, string pool, Actor actor)
    {
        try
        {
            run.Report = await dryRun.RunAsync(rule, pool, actor, new Follow(run), host.ApplicationStopping);
        }
        catch (Exception failure)
        {
            run.HasFailed = true;
            if (failure is not OperationCanceledException)
            {
                Log.Failed(logger, failure);
            }
        }
    }

    private sealed class Follow(BackgroundDryRun run) : IProgress<DryRunProgress>
    {
        public void Report(DryRunProgress value) => run.Progress = value;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A dry-run failed; the admin page says so to the person who started it")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
