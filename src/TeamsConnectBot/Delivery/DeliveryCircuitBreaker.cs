using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;
using TeamsConnectBot.Resilience;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Telemetry;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// Stops sending while Teams accepts nothing from anyone, and resumes with a ramp. When Teams refuses everyone, the app itself is blocked,
/// and people must not be marked unreachable one by one. When Teams is unavailable, only the few messages that were sent before the circuit
/// opened are in doubt. Due messages wait for the end of the break.
/// </summary>
internal sealed partial class DeliveryCircuitBreaker(
    Database database, ServiceMetrics metrics, TimeProvider clock, IOptions<SchedulingOptions> options,
    ILogger<DeliveryCircuitBreaker> logger)
{
    // How many different people or spaces must fail in a row.
    public const int FailureThreshold = 8;

    private static readonly Duration BreakWhileRefused = Duration.FromMinutes(10);
    private static readonly Duration BreakWhileUnavailable = Duration.FromMinutes(2);
    private static readonly Duration LongestBreak = Duration.FromMinutes(30);

    private readonly CircuitBreaker circuit = new(FailureThreshold, options.Value.SendAtOnce, clock);

    public bool IsOpen => circuit.State == CircuitState.Open;

    public bool IsClosed => circuit.State == CircuitState.Closed;

    public CircuitState State => circuit.State;

    /// <summary>When the current state began; null while the circuit has never opened.</summary>
    public Instant? StateSince => circuit.StateSince;

    /// <returns>The permit for one attempt; null while the circuit is open.</returns>
    public Task<CircuitPermit?> EnterAsync(CancellationToken cancellationToken) => circuit.EnterAsync(cancellationToken);

    /// <summary>A message arrived.</summary>
    public Task AcceptedAsync(CircuitPermit permit, CancellationToken cancellationToken) =>
        circuit.Succeeded(permit) ? ResumeAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>A card was edited: Teams is available, but the app may still be refused to send.</summary>
    public Task EditedAsync(CircuitPermit permit, CancellationToken cancellationToken) =>
        circuit.OpenedByRefusals && !IsClosed ? Task.CompletedTask : AcceptedAsync(permit, cancellationToken);

    /// <returns>Whether the circuit is open; then the failure says nothing about this target.</returns>
    public bool Failed(CircuitPermit permit, string targetId, ConnectorException failure)
    {
        if (TeamsFailures.ForCircuit(failure) is not { } kind)
        {
            return false;
        }

        var refuses = kind is CircuitFailure.SubjectRefused or CircuitFailure.AppRefused;
        var pause = refuses ? BreakWhileRefused : BreakWhile(failure.RetryAfter);
        var verdict = circuit.Failed(permit, kind, targetId, pause);
        if (verdict.HasOpened)
        {
            metrics.DeliveryStopped();
            if (refuses)
            {
                Log.OpenedByRefusals(logger, verdict.Subjects, failure.Failure, pause);
            }
            else
            {
                Log.Opened(logger, verdict.Subjects, failure.Failure, pause);
            }
        }

        return verdict.IsOpen;
    }

    /// <summary>Postpones due messages and edits until the end of the break.</summary>
    public async Task PostponeAsync(CancellationToken cancellationToken)
    {
        if (circuit.OpenUntil is not { } until)
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        await database.RunAsync(
            db => db.Messages.Where(message => message.DueAt <= now
                    && (message.State == MessageState.Planned || (message.IsStale && message.State == MessageState.Accepted)))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(message => message.DueAt, until).SetProperty(
                        message => message.Failure,
                        message => message.State == MessageState.Planned ? message.Failure ?? "circuitOpen" : message.Failure),
                    cancellationToken),
            cancellationToken);
    }

    /// <summary>Records for the admins that nothing is sent, and postpones due messages.</summary>
    public async Task RecordBreakAsync(ConnectorFailure failure, CancellationToken cancellationToken)
    {
        if (circuit.OpenUntil is not { } until)
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        await database.WriteAsync(
            async db =>
            {
                var pause = await db.DeliveryPauses.FindAsync([DeliveryPause.Only], cancellationToken);
                if (pause is null)
                {
                    db.DeliveryPauses.Add(pause = new DeliveryPause { Since = now });
                }

                (pause.Until, pause.Failure, pause.IsRefused) = (until, failure, circuit.OpenedByRefusals);
            },
            cancellationToken);
        await PostponeAsync(cancellationToken);
    }

    private async Task ResumeAsync(CancellationToken cancellationToken)
    {
        Log.Resumes(logger);
        await database.RunAsync(db => db.DeliveryPauses.ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    private static Duration BreakWhile(TimeSpan? retryAfter) =>
        Duration.Min(LongestBreak, Duration.Max(BreakWhileUnavailable, Duration.FromTimeSpan(retryAfter ?? TimeSpan.Zero)));

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Error,
            "Circuit to Teams opened: it refused {People} people or spaces in a row ({Failure}), so the app itself is blocked. Check the "
            + "app in the Teams admin centre and its registration in Azure. Nothing is sent for {Break}, then one message is tried")]
        public static partial void OpenedByRefusals(ILogger logger, int people, ConnectorFailure failure, Duration @break);

        [LoggerMessage(
            LogLevel.Error,
            "Circuit to Teams opened: sending to {People} people or spaces in a row failed ({Failure}). Check that Teams can be reached "
            + "from here; if Teams itself has an outage, nothing needs to be done. Nothing is sent for {Break}, then one message is tried")]
        public static partial void Opened(ILogger logger, int people, ConnectorFailure failure, Duration @break);

        [LoggerMessage(LogLevel.Information, "Circuit to Teams half-open: a message arrived, sending resumes step by step")]
        public static partial void Resumes(ILogger logger);
    }
}
