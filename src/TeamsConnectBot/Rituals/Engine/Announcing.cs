using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Votes;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>Announces a ritual's next time in its channel. Times that passed while the service was away are said in one post.</summary>
internal sealed partial class Announcing(
    Database database, PlanTimes times, RitualTimers timers, FirstMembers members, HostRotation hosts, PostBox posts, TeamVotes votes, TimeProvider clock,
    ILogger<Announcing> logger)
{
    public async Task AnnounceAsync(DueTask task, CancellationToken cancellationToken)
    {
        await MembersAsync(task, cancellationToken);
        var away = await hosts.AwayAsync(task.SubjectId, cancellationToken);
        await database.WriteAsync(
            async db =>
            {
                if (await db.Rituals.FindAsync([task.SubjectId], cancellationToken) is not { IsEnded: false } ritual
                    || await db.Spaces.FindAsync([ritual.SpaceId], cancellationToken) is not { LostAt: null } space)
                {
                    await Tasks.RemoveAsync(db, DueTaskKind.AnnounceRitual, task.SubjectId, cancellationToken);
                    return;
                }

                await AnnounceAsync(db, ritual, space, away, cancellationToken);
            },
            cancellationToken);
    }

    // A ritual announced at once needs a host at once. Without the directory it is announced without one; anyone can take it.
    private async Task MembersAsync(DueTask task, CancellationToken cancellationToken)
    {
        try
        {
            await members.ReadAsync(task.SubjectId, cancellationToken);
        }
        catch (Exception failure) when (failure is GraphUnavailableException or ConnectorException)
        {
            Log.NoMembers(logger, failure, task.SubjectId);
        }
    }

    private async Task AnnounceAsync(ConnectDb db, Ritual ritual, Space space, IReadOnlySet<string> away, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (times.Next(ritual.Plan, ritual.HandledUntil) is { } next && next.Start <= now)
        {
            ritual.HandledUntil = now;
            await posts.AddAsync(db, space, PostKind.Missed, ritual.Id, next.Start.ToUnixTimeSeconds(), cancellationToken);
        }

        if (times.Next(ritual.Plan, ritual.HandledUntil) is { } coming && AnnouncementTimes.Of(coming, ritual.Plan) <= now)
        {
            ritual.HandledUntil = coming.Start;
            await AnnounceAsync(db, ritual, space, coming, away, cancellationToken);
        }

        await timers.SetNextAsync(db, ritual, cancellationToken);
        await timers.SetCalendarAsync(db, ritual.Id, cancellationToken);
    }

    private async Task AnnounceAsync(
        ConnectDb db, Ritual ritual, Space space, PlannedTime time, IReadOnlySet<string> away, CancellationToken cancellationToken)
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
            await HostRotation.AssignAsync(db, ritual, occurrence, away, clock.GetCurrentInstant(), cancellationToken);
        }

        occurrence.State = OccurrenceState.Announced;
        occurrence.StartsAt = time.Start;
        await posts.AddAsync(db, space, PostKind.Occurrence, occurrence.Id, time.Start.ToUnixTimeSeconds(), cancellationToken);
        await timers.SetEndAsync(db, occurrence, cancellationToken);
        if (ritual.Plan.Template == RitualTemplate.AiAgreements)
        {
            await votes.OpenCharterAsync(db, space, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The members of ritual {Ritual} could not be read; it is announced without a host")]
        public static partial void NoMembers(ILogger logger, Exception failure, Guid ritual);
    }
}
