using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// Stops sending when Teams refuses everyone: then it is the app that is refused, and not the people, who must not be taken
/// for unreachable one after the other. Everything planned waits, and then one attempt shows whether it is over.
/// </summary>
internal sealed partial class DeliveryBreaker(Database database, ServiceMetrics metrics, TimeProvider clock, ILogger<DeliveryBreaker> logger)
{
    // So many different people in a row, and nobody in between who got theirs.
    private const int InARow = 8;

    private static readonly Duration Pause = Duration.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);
    private Instant? openUntil;

    public bool IsOpen
    {
        get
        {
            lock (gate)
            {
                return openUntil is { } until && clock.GetCurrentInstant() < until;
            }
        }
    }

    public void Accepted()
    {
        lock (gate)
        {
            refused.Clear();
            openUntil = null;
        }
    }

    /// <returns>Whether sending stops with this refusal; the message is then as due as the others.</returns>
    public bool StopsAt(string personId, ConnectorException failure)
    {
        if (!failure.IsPermanentForPerson && !IsOfTheApp(failure.Failure))
        {
            return false;
        }

        lock (gate)
        {
            refused.Add(personId);

            // After a pause one refusal is enough.
            if (refused.Count < InARow && openUntil is null)
            {
                return false;
            }

            openUntil = clock.GetCurrentInstant() + Pause;
        }

        metrics.DeliveryStopped();
        Log.Stopped(logger, refused.Count, failure.Failure, Pause);
        return true;
    }

    /// <summary>Puts everything that is due off until sending goes on.</summary>
    public async Task PutOffAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var until = openUntil ?? now + Pause;
        await database.RunAsync(
            db => db.Messages.Where(message => message.State == MessageState.Planned && message.DueAt <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(message => message.DueAt, until), cancellationToken),
            cancellationToken);
    }

    private static bool IsOfTheApp(ConnectorFailure failure) => failure is ConnectorFailure.BotNotRegistered or ConnectorFailure.DisabledByAdmin or ConnectorFailure.NotPermitted;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Teams refused the last {People} people in a row ({Failure}), so it is the app that is refused; is it blocked in the Teams admin centre, or its registration gone? Nothing is sent for {Pause}, then one message shows whether it is over")]
        public static partial void Stopped(ILogger logger, int people, ConnectorFailure failure, Duration pause);
    }
}
