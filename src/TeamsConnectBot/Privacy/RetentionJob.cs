using Microsoft.EntityFrameworkCore;
using NodaTime;
using Quartz;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;

namespace TeamsConnectBot.Privacy;

/// <summary>Removes what is past its keeping time, every night. The times stand in <c>docs/what-we-store.md</c>.</summary>
[DisallowConcurrentExecution]
internal sealed class RetentionJob(Database database, WorkInFlight work, TimeProvider clock) : IJob
{
    private static readonly Duration Rounds = Duration.FromDays(365);
    private static readonly Duration Activities = Duration.FromDays(7);

    public static JobKey Key { get; } = new("retention");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        var now = clock.GetCurrentInstant();
        var oldestDay = now.InUtc().Date.PlusDays(-DayFlag.DaysKept);
        await database.WriteAsync(
            async db =>
            {
                await db.ReceivedActivities.Where(row => row.At < now - Activities).ExecuteDeleteAsync(cancellationToken);
                var days = await db.AiUseDays.ToListAsync(cancellationToken);
                db.AiUseDays.RemoveRange(days.Where(row => row.Day <= oldestDay));
                await RemoveOldRoundsAsync(db, now - Rounds, cancellationToken);
            },
            cancellationToken);
    }

    private static async Task RemoveOldRoundsAsync(ConnectDb db, Instant before, CancellationToken cancellationToken)
    {
        var old = await db.Rounds.Where(round => round.StartedAt < before && round.State == RoundState.Settled).Select(round => round.Id).ToListAsync(cancellationToken);
        foreach (var round in old)
        {
            await db.Messages.Where(message =>
                db.Invitations.Any(invitation => invitation.RoundId == round && invitation.Id == message.SubjectId)
                || db.Connections.Any(row => row.RoundId == round && row.Id == message.SubjectId)).ExecuteDeleteAsync(cancellationToken);
            await db.Invitations.Where(invitation => invitation.RoundId == round).ExecuteDeleteAsync(cancellationToken);
            await db.Connections.Where(row => row.RoundId == round).ExecuteDeleteAsync(cancellationToken);
            await db.Rounds.Where(row => row.Id == round).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
