using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Votes;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>Announces a ritual's next occurrence. If occurrences were missed during an outage, one post says so.</summary>
internal sealed class Announcing(
    Database database, PlanTimes times, Unannounced unannounced, RitualTimers timers, PostBox posts, TeamVotes votes, HostTurns hosts,
    QuestionPosts questions, TimeProvider clock)
{
    public Task AnnounceAsync(DueTask task, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await db.FindRitualAsync(task.SubjectId, cancellationToken) is ({ IsEnded: false } ritual, { LostAt: null } space))
            {
                await AnnounceAsync(db, ritual, space, cancellationToken);
            }
            else
            {
                await DueTasks.RemoveAsync(db, DueTaskKind.AnnounceRitual, task.SubjectId, cancellationToken);
            }
        },
        cancellationToken);

    private async Task AnnounceAsync(ConnectDb db, Ritual ritual, Space space, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var tooLate = TooLate(ritual.Plan, now);
        if (await unannounced.NextAsync(db, ritual, cancellationToken) is { } next && next.Start <= tooLate)
        {
            ritual.HandledUntil = tooLate;
            await posts.AddAsync(db, space, MessageKind.Missed, ritual.Id, next.Start.ToUnixTimeSeconds(), cancellationToken);
        }

        if (await unannounced.NextAsync(db, ritual, cancellationToken) is { } coming && times.AnnouncedAt(ritual.Plan, coming) <= now)
        {
            ritual.HandledUntil = coming.Start;
            await AnnounceAsync(db, ritual, space, coming, cancellationToken);
        }

        await timers.SetNextAsync(db, ritual, cancellationToken);
        await timers.SetCalendarAsync(db, ritual.Id, cancellationToken);
    }

    // A meeting that has begun is not announced any more; a question can be asked until the day is over.
    private static Instant TooLate(RitualPlan plan, Instant now) => plan.IsPost
        ? Instant.Min(now, plan.TimeZone.AtStartOfDay(now.InZone(plan.TimeZone).Date).ToInstant() - Duration.FromSeconds(1))
        : now;

    private async Task AnnounceAsync(ConnectDb db, Ritual ritual, Space space, PlannedTime time, CancellationToken cancellationToken)
    {
        if (ritual.Plan.IsPost)
        {
            await questions.PostAsync(db, ritual, space, time, cancellationToken);
            return;
        }

        // The row exists already when somebody took the turn to host, or when it was moved after it was announced.
        var (occurrence, isNew) = await hosts.FindOrAddAsync(db, ritual, time, cancellationToken);
        if (isNew)
        {
            await HostRotation.PassOnAsync(db, occurrence, clock.GetCurrentInstant(), cancellationToken);
        }

        occurrence.State = OccurrenceState.Announced;
        occurrence.StartsAt = time.Start;
        await posts.AddAsync(db, space, MessageKind.Occurrence, occurrence.Id, time.Start.ToUnixTimeSeconds(), cancellationToken);
        await timers.SetEndAsync(db, occurrence, cancellationToken);
        if (ritual.Plan.Template == RitualTemplate.AiAgreements)
        {
            await votes.OpenCharterAsync(db, space, cancellationToken);
        }
    }
}
