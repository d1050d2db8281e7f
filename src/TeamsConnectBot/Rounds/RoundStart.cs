using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Data;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Opens a pool's round for this week. Idempotent, also on several machines at once. Before the use of the service is approved, it does
/// nothing.
/// </summary>
internal sealed partial class RoundStart(
    Database database, FirstUseDecision firstUse, TimeProvider clock, SweepRequests sweeps, ILogger<RoundStart> logger)
{
    public async Task StartAsync(PoolOptions pool, CancellationToken cancellationToken)
    {
        if (!await firstUse.IsApprovedAsync(cancellationToken))
        {
            Log.NotAgreed(logger, pool.Id);
            return;
        }

        var now = clock.GetCurrentInstant();
        var monday = Week.Of(now).Monday;
        await database.WriteAsync(
            async db =>
            {
                if (await db.Rounds.AnyAsync(round => round.PoolId == pool.Id && round.Monday == monday, cancellationToken))
                {
                    return;
                }

                var round = new Round
                {
                    Id = clock.NewId(), PoolId = pool.Id, Monday = monday, Seed = RoundSeed.Of(pool.Id, monday),
                    State = RoundState.Gathering, StartedAt = now,
                };
                db.Rounds.Add(round);
                db.DueTasks.Add(new DueTask { Id = clock.NewId(), Kind = DueTaskKind.InviteRound, SubjectId = round.Id, DueAt = now });
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "No round of pool {Pool}: its use has not been agreed to yet; see FirstUse on the admin page")]
        public static partial void NotAgreed(ILogger logger, string pool);
    }
}
