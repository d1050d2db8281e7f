using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Privacy.Welcomes;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Deletes what is past its retention period: rounds with what belongs to them, people who left, and what features registered.
/// </summary>
internal sealed class Retention(
    Database database, IEnumerable<RetentionRule> rules, PersonErasure erasure, WalTruncation wal, TimeProvider clock)
{
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        foreach (var rule in rules.Prepend(RemoveRoundsAsync))
        {
            await database.WriteAsync(db => rule(db, now, cancellationToken), cancellationToken);
        }

        foreach (var person in await database.ReadAsync(db => FindGoneAsync(db, now, cancellationToken), cancellationToken))
        {
            await erasure.EraseAsync(person, cancellationToken);
        }

        await wal.TryAsync(cancellationToken);
    }

    /// <summary>When all data of somebody who stopped is deleted; null while they take part, and if they never joined.</summary>
    public static async Task<Instant?> DeletedAtAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        if (person.JoinedAt is not null)
        {
            return null;
        }

        var last = await db.Consents.Where(consent => consent.PersonId == person.PersonId).OrderByDescending(consent => consent.At)
            .Select(consent => (Instant?)consent.At).FirstOrDefaultAsync(cancellationToken);
        return last + RetentionPeriods.AfterStopping;
    }

    private static async Task RemoveRoundsAsync(ConnectDb db, Instant now, CancellationToken cancellationToken)
    {
        // DueAt is also when an edit that failed is tried again.
        await db.Messages.Where(row => row.State != MessageState.Planned && (row.SentAt ?? row.DueAt) < now - RetentionPeriods.Messages)
            .ExecuteDeleteAsync(cancellationToken);
        var welcomed = await db.Welcomed.ToListAsync(cancellationToken);
        db.Welcomed.RemoveRange(welcomed.Where(row => row.Month < now.StartOfMonth().PlusMonths(-RetentionPeriods.Months)));
        await RemoveOffersAsync(db, now, cancellationToken);
        foreach (var invitation in await db.Invitations.Where(x => x.FactsUntil < now).ToListAsync(cancellationToken))
        {
            (invitation.Facts, invitation.FactsUntil) = ([], null);
        }

        await RemoveWishesAsync(db, now, cancellationToken);
        foreach (var round in await db.Rounds.Where(round => round.StartedAt < now - RetentionPeriods.Rounds).Select(round => round.Id)
            .ToListAsync(cancellationToken))
        {
            await RemoveRoundAsync(db, round, cancellationToken);
        }
    }

    // In SQL, because slots and facts are stored as text, which LINQ cannot search.
    private static async Task RemoveOffersAsync(ConnectDb db, Instant now, CancellationToken cancellationToken)
    {
        var before = (now - RetentionPeriods.Offers).ToUnixTimeMilliseconds();
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Invitations" SET "Gaps" = '', "Ticked" = '' WHERE "AnswersUntil" < {before} AND ("Gaps" <> '' OR "Ticked" <> '')
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""UPDATE "Connections" SET "MovingId" = NULL WHERE "State" <> 'Moving' AND "MovingId" IS NOT NULL""", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Members" SET "ChooseBy" = NULL, "Choice" = NULL, "OtherGaps" = NULL
            WHERE ("ChooseBy" IS NOT NULL OR "OtherGaps" IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM "Connections" WHERE "Id" = "Members"."ConnectionId" AND "State" = 'Moving')
            """,
            cancellationToken);
        await RemoveSentencesAsync(db, now, cancellationToken);
        await RemoveWithdrawnCalendarsAsync(db, cancellationToken);
        InvitationRedaction.RemoveBand(await db.Invitations
            .FromSql($"""SELECT * FROM "Invitations" WHERE "AnswersUntil" < {before} AND ("ByBand" OR "Facts" LIKE '%AiUse%')""")
            .ToListAsync(cancellationToken));
        InvitationRedaction.RemoveHireDate(await db.Invitations
            .FromSql($"""SELECT * FROM "Invitations" WHERE "AnswersUntil" < {before} AND "Facts" LIKE '%Newcomer%'""")
            .ToListAsync(cancellationToken));
    }

    // Invitations that were open when the calendar was withdrawn, or were written in that moment from what had been read before.
    private static async Task RemoveWithdrawnCalendarsAsync(ConnectDb db, CancellationToken cancellationToken)
    {
        var withdrawn = await db.Invitations
            .FromSql($"""SELECT * FROM "Invitations" WHERE "ByCalendar" OR "Gaps" <> '' """)
            .Where(invitation => db.Consents.Any(consent =>
                consent.PersonId == invitation.PersonId && consent.Layer == ConsentLayer.CalendarGaps && !consent.Given
                && db.Rounds.Any(round => round.Id == invitation.RoundId && round.StartedAt < consent.At)))
            .ToListAsync(cancellationToken);
        InvitationRedaction.RemoveCalendar(withdrawn.Where(x => !x.State.IsOpen() && x.State != InvitationState.Settling));
    }

    private static Task<int> RemoveSentencesAsync(ConnectDb db, Instant now, CancellationToken cancellationToken) =>
        db.Members.Where(member => member.Sentence != null && db.Meetings.Any(row => row.Id == member.ConnectionId && row.StartsAt < now))
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.Sentence, (CallOffSentence?)null), cancellationToken);

    private static async Task RemoveWishesAsync(ConnectDb db, Instant now, CancellationToken cancellationToken)
    {
        // The usage report names days of up to two weeks ago, and must add none of a pause.
        var reported = now - Duration.FromDays(DayFlag.DaysKept);
        await db.Participants
            .Where(person => person.PausedUntil < now && (person.SourcesAllowedAt == null || person.PausedUntil < reported))
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.PausedUntil, (Instant?)null), cancellationToken);
        await db.Participants.Where(person => person.AskedForCompanyAt < now - RetentionPeriods.OwnRequests)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.AskedForCompanyAt, (Instant?)null), cancellationToken);
    }

    private static async Task RemoveRoundAsync(ConnectDb db, Guid round, CancellationToken cancellationToken)
    {
        await db.Messages.Where(message =>
            db.Invitations.Any(invitation => invitation.RoundId == round && invitation.Id == message.SubjectId)
            || db.Meetings.Any(row => row.RoundId == round && row.Id == message.SubjectId)).ExecuteDeleteAsync(cancellationToken);
        await db.DueTasks.Where(
            task => task.SubjectId == round || db.Meetings.Any(row => row.RoundId == round && row.Id == task.SubjectId))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Invitations.Where(invitation => invitation.RoundId == round).ExecuteDeleteAsync(cancellationToken);
        await db.Meetings.Where(row => row.RoundId == round).ExecuteDeleteAsync(cancellationToken);
        await db.Rounds.Where(row => row.Id == round).ExecuteDeleteAsync(cancellationToken);
    }

    // People who stopped long ago, and people whom Teams could not reach for so long that they have probably left.
    private static Task<List<string>> FindGoneAsync(ConnectDb db, Instant now, CancellationToken cancellationToken) => db.Participants
        .Where(person => person.UnreachableSince < now - RetentionPeriods.WhileUnreachable
            || (person.JoinedAt == null && db.Consents.Any(consent => consent.PersonId == person.PersonId)
                && !db.Consents.Any(consent => consent.PersonId == person.PersonId && consent.At > now - RetentionPeriods.AfterStopping)))
        .Select(person => person.PersonId).ToListAsync(cancellationToken);
}
