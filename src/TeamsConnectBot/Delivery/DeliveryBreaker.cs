using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// Stops sending when Teams takes nothing from anyone. Refuses it everyone, then it is the app that is refused, and not the
/// people, who must not be taken for unreachable one after the other. Is it away, then it is left in peace, and no more
/// invitations than these few come to be in doubt. Everything planned waits, and then one attempt shows whether it is over.
/// </summary>
internal sealed partial class DeliveryBreaker(Database database, ServiceMetrics metrics, TimeProvider clock, ILogger<DeliveryBreaker> logger) : IDisposable
{
    // So many different people in a row, and nobody in between who got theirs.
    private const int InARow = 8;

    private static readonly Duration WhileRefused = Duration.FromMinutes(10);
    private static readonly Duration WhileAway = Duration.FromMinutes(2);
    private static readonly Duration LongestAway = Duration.FromMinutes(30);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim attempt = new(1);
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);
    private readonly HashSet<string> unserved = new(StringComparer.Ordinal);
    private Instant? openUntil;
    private bool isRefused;

    public bool IsOpen => Standing().Until is { } until && clock.GetCurrentInstant() < until;

    /// <summary>Sending was stopped, and nothing has shown yet that it is over.</summary>
    public bool IsInDoubt => Standing().Until is not null;

    /// <summary>Lets one attempt through; after a pause only one at a time, until one has arrived.</summary>
    /// <returns>What ends the attempt; null while nothing is sent.</returns>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (!IsInDoubt)
        {
            return Attempt.Free;
        }

        await attempt.WaitAsync(cancellationToken);
        if (!IsOpen && IsInDoubt)
        {
            return new Attempt(attempt);
        }

        attempt.Release();
        return IsOpen ? null : Attempt.Free;
    }

    /// <summary>A message arrived.</summary>
    /// <returns>Whether that ends a stop.</returns>
    public bool Accepted()
    {
        lock (gate)
        {
            var ends = openUntil is not null;
            refused.Clear();
            unserved.Clear();
            openUntil = null;
            return ends;
        }
    }

    /// <summary>Teams did something else, which tells that it is there, and not that the app may send.</summary>
    /// <returns>Whether that ends a stop.</returns>
    public bool Answered()
    {
        lock (gate)
        {
            return openUntil is not null && !isRefused && Accepted();
        }
    }

    /// <returns>Whether sending stops with this failure; the message is then as due as the others.</returns>
    public bool StopsAt(string personId, ConnectorException failure)
    {
        var refuses = failure.IsPermanentForPerson || TeamsFailures.IsOfTheApp(failure.Failure);
        if (!refuses && !TeamsFailures.IsAway(failure.Failure))
        {
            return false;
        }

        var now = clock.GetCurrentInstant();
        var pause = refuses ? WhileRefused : Duration.Min(LongestAway, Duration.Max(WhileAway, Duration.FromTimeSpan(failure.RetryAfter ?? TimeSpan.Zero)));
        bool isNew;
        int people;
        lock (gate)
        {
            if (refuses)
            {
                unserved.Clear();
            }

            people = Count(refuses ? refused : unserved, personId);

            // After a pause one failure of the same kind is enough.
            if (people < InARow && (openUntil is null || (refuses && !isRefused)))
            {
                return false;
            }

            isNew = openUntil is not { } until || until <= now;
            isRefused = refuses;
            openUntil = now + pause;
        }

        if (isNew)
        {
            Tell(people, failure.Failure, pause, refuses);
        }

        return true;
    }

    /// <summary>Puts everything that is due off until sending goes on.</summary>
    public Task PutOffAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var until = Standing().Until ?? now + WhileAway;
        return database.RunAsync(
            db => db.Messages.Where(message => message.State == MessageState.Planned && message.DueAt <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(message => message.DueAt, until), cancellationToken),
            cancellationToken);
    }

    /// <summary>Notes for the admins that nothing is sent, and puts off what is due.</summary>
    public async Task StopAsync(ConnectorFailure failure, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await database.WriteAsync(
            async db =>
            {
                var pause = await db.DeliveryPauses.FindAsync([DeliveryPause.Only], cancellationToken);
                if (pause is null)
                {
                    db.DeliveryPauses.Add(pause = new DeliveryPause { Since = now });
                }

                var (until, refuses) = Standing();
                (pause.Until, pause.Failure, pause.IsRefused) = (until ?? now, failure, refuses);
            },
            cancellationToken);
        await PutOffAsync(cancellationToken);
    }

    /// <summary>It is over, and the admins need not look at it any more.</summary>
    public Task EndAsync(CancellationToken cancellationToken)
    {
        Log.GoesOn(logger);
        return database.RunAsync(db => db.DeliveryPauses.ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    public void Dispose() => attempt.Dispose();

    private (Instant? Until, bool IsRefused) Standing()
    {
        lock (gate)
        {
            return (openUntil, isRefused);
        }
    }

    private static int Count(HashSet<string> people, string one)
    {
        people.Add(one);
        return people.Count;
    }

    private void Tell(int people, ConnectorFailure failure, Duration pause, bool refuses)
    {
        metrics.DeliveryStopped();
        if (refuses)
        {
            Log.Refused(logger, people, failure, pause);
        }
        else
        {
            Log.Away(logger, people, failure, pause);
        }
    }

    private sealed class Attempt(SemaphoreSlim? turn) : IDisposable
    {
        public static Attempt Free { get; } = new(null);

        public void Dispose() => turn?.Release();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Teams refused the last {People} people in a row ({Failure}), so it is the app that is refused; is it blocked in the Teams admin centre, or its registration gone? Nothing is sent for {Pause}, then one message shows whether it is over")]
        public static partial void Refused(ILogger logger, int people, ConnectorFailure failure, Duration pause);

        [LoggerMessage(LogLevel.Error, "Teams took nothing for the last {People} people in a row ({Failure}), so it is away; is it reachable from here? Nothing is sent for {Pause}, then one message shows whether it is over. When it is Teams' own trouble, nothing needs to be done")]
        public static partial void Away(ILogger logger, int people, ConnectorFailure failure, Duration pause);

        [LoggerMessage(LogLevel.Information, "Teams takes messages again; what waited is sent")]
        public static partial void GoesOn(ILogger logger);
    }
}
