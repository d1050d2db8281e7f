using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Votes;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>Announces a ritual's next time in its channel. Times that passed while the service was away are said in one post.</summary>
internal sealed class Announcing(Database database, PlanTimes times, RitualTimers timers, PostBox posts, TeamVotes votes, TimeProvider clock)
{
    public Task AnnounceAsync(DueTask task, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await db.Rituals.FindAsync([task.SubjectId], cancellationToken) is not { IsEnded: false } ritual
                || await db.Spaces.FindAsync([ritual.SpaceId], cancellationToken) is not { LostAt: null } space)
            {
                await DueTasks.RemoveAsync(db, DueTaskKind.AnnounceRitual, task.SubjectId, cancellationToken);
                return;
            }

            await AnnounceAsync(db, ritual, space, cancellationToken);
        },
        cancellationToken);

    private async Task AnnounceAsync(ConnectDb db, Ritual ritual, Space space, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (times.Next(ritual.Plan, ritual.HandledUntil) is { } next && next.Start <= now)
        {
            ritual.HandledUntil = now;
            await posts.AddAsync(db, space, MessageKind.Missed, ritual.Id, next.Start.ToUnixTimeSeconds(), cancellationToken);
        }

        if (times.Next(ritual.Plan, ritual.HandledUntil) is { } coming && times.AnnouncedAt(ritual.Plan, coming) <= now)
        {
            ritual.HandledUntil = coming.Start;
            await AnnounceAsync(db, ritual, space, coming, cancellationToken);
        }

        await timers.SetNextAsync(db, ritual, cancellationToken);
        await timers.SetCalendarAsync(db, ritual.Id, cancellationToken);
    }

    private async Task AnnounceAsync(ConnectDb db, Ritual ritual, Space space, PlannedTime time, CancellationToken cancellationToken)
    {
        // The same day again: it was announced, and then moved.
        var occurrence = await db.Occurrences.SingleOrDefaultAsync(row => row.RitualId == ritual.Id && row.Date == time.Date, cancellationToken);
        if (occurrence is null)
        {
            occurrence = new Rows.Occurrence
            {
                Id = clock.NewId(), RitualId = ritual.Id, Date = time.Date, StartsAt = time.Start, Minutes = ritual.Plan.Minutes,
                State = OccurrenceState.Announced, Nonce = Nonce.New(),
            };
            db.Occurrences.Add(occurrence);
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
