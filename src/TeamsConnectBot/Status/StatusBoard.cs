using TeamsConnectBot.Time;

namespace TeamsConnectBot.Status;

/// <summary>
/// What works and what does not, and since when, as this process knows it. A part is checked when somebody asks, so where the part does
/// not record it itself, a state begins when it is first found.
/// </summary>
internal sealed partial class StatusBoard(IEnumerable<StatusCheck> checks, TimeProvider clock, ILogger<StatusBoard> logger) : IHostedService
{
    private readonly IReadOnlyList<CachedCheck> checks = [.. checks.Select(check => new CachedCheck(check, clock))];
    private readonly Lock gate = new();
    private readonly Dictionary<string, (PartFinding Finding, Instant Since, bool IsSinceStart)> known = [];
    private readonly Instant started = clock.GetCurrentInstant();

    // Hosted services are created when the process starts, which is all this one needs.
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Every part, in a fixed order, within a second.</summary>
    public async Task<IReadOnlyList<PartStatus>> ReadAsync(CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(checks.Select(check => check.AskAsync(cancellationToken)));
        lock (gate)
        {
            return [.. checks.Zip(answers, (check, answer) => StatusOf(check.Part, answer.Finding, answer.SecondsOld))];
        }
    }

    private PartStatus StatusOf(string part, PartFinding finding, double? secondsOld)
    {
        if (finding.State == PartState.Unknown)
        {
            return new PartStatus(part, finding, null, IsSinceStart: false, secondsOld);
        }

        var last = known.GetValueOrDefault(part, (Finding: PartFinding.Works, Since: started, IsSinceStart: true));
        var isSame = finding.State == last.Finding.State && finding.Reason == last.Finding.Reason && finding.Detail == last.Finding.Detail;
        var isSinceStart = finding.Since is null && (isSame ? last.IsSinceStart : finding.State == PartState.NotConfigured);
        var since = finding.Since ?? (isSinceStart ? started : isSame ? last.Since : clock.GetCurrentInstant());
        known[part] = (finding, since, isSinceStart);
        if (!isSame)
        {
            LogChange(part, finding);
        }

        return new PartStatus(part, finding, since, isSinceStart, secondsOld);
    }

    private void LogChange(string part, PartFinding finding)
    {
        if (finding.State is PartState.Down)
        {
            Log.IsDown(logger, finding.Failure, part, finding.Reason, finding.Detail);
        }
        else
        {
            Log.Changed(logger, part, finding.State);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "Status of {Part}: down ({Reason} {Detail}). /health/ready and the admin page's overview say what to do; it is checked again")]
        public static partial void IsDown(ILogger logger, Exception? failure, string part, string reason, string detail);

        [LoggerMessage(LogLevel.Information, "Status of {Part}: {State}")]
        public static partial void Changed(ILogger logger, string part, PartState state);
    }
}
