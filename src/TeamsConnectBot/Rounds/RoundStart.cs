using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Rounds;

/// <summary>Opens a pool's round for this week. Started twice, at once or on two machines, it is still one round.</summary>
internal sealed class RoundStart(Database database, TimeProvider clock, SweepRequests sweeps)
{
    public async Task StartAsync(PoolOptions pool, CancellationToken cancellationToken)
    {
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
                    Id = clock.NewId(),
                    PoolId = pool.Id,
                    Monday = monday,
                    Seed = RoundSeed.Of(pool.Id, monday),
                    State = RoundState.Gathering,
                    StartedAt = now,
                };
                db.Rounds.Add(round);
                db.DueTasks.Add(new DueTask { Id = clock.NewId(), Kind = DueTaskKind.InviteRound, SubjectId = round.Id, DueAt = now });
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
    }
}
