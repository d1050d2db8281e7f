using System.Collections.Concurrent;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>How a dry-run stands.</summary>
internal sealed class TryOut(Guid id, string ruleId, string startedBy)
{
    public Guid Id => id;

    public string RuleId => ruleId;

    /// <summary>Only whoever started it sees it.</summary>
    public string StartedBy => startedBy;

    public DryRunProgress Progress { get; set; } = new(DryRunStep.People, 0);

    public DryRunReport? Report { get; set; }

    public bool HasFailed { get; set; }

    public bool IsOver => Report is not null || HasFailed;
}

/// <summary>Runs dry-runs beside the request that asked for them, so that the page can show how far one is.</summary>
internal sealed partial class TryOuts(DryRun dryRun, ILogger<TryOuts> logger, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private const int MostRemembered = 50;

    private readonly ConcurrentDictionary<Guid, TryOut> all = new();

    public TryOut Start(Rule rule, string pool, Actor actor)
    {
        foreach (var old in all.Keys.Order().Take(Math.Max(0, all.Count - MostRemembered)))
        {
            all.TryRemove(old, out _);
        }

        var tryOut = new TryOut(Guid.CreateVersion7(clock.GetUtcNow()), rule.Id, actor.Id);
        all[tryOut.Id] = tryOut;
        _ = Task.Run(() => RunAsync(tryOut, rule, pool, actor));
        return tryOut;
    }

    public TryOut? Find(Guid id, Actor actor) => all.TryGetValue(id, out var found) && found.StartedBy == actor.Id ? found : null;

    private async Task RunAsync(TryOut tryOut, Rule rule, string pool, Actor actor)
    {
        try
        {
            tryOut.Report = await dryRun.RunAsync(rule, pool, actor, new Follow(tryOut), lifetime.ApplicationStopping);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.Failed(logger, failure);
            tryOut.HasFailed = true;
        }
        catch (OperationCanceledException)
        {
            tryOut.HasFailed = true;
        }
    }

    private sealed class Follow(TryOut tryOut) : IProgress<DryRunProgress>
    {
        public void Report(DryRunProgress value) => tryOut.Progress = value;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A dry-run broke off")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
