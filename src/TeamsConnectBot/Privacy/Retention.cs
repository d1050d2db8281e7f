using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Time;
using TeamsConnectBot.CheckIns;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.Privacy.Welcomes;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Conversations;

namespace TeamsConnectBot.Privacy;

/// <summary>Removes what is past its keeping time.</summary>
internal sealed class Retention(Database database, Departures departures, EmptyLog log, TimeProvider clock)
{
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await database.WriteAsync(
            async db =>
            {
                await db.ReceivedActivities.Where(row => row.At < now - KeepingTimes.Activities).ExecuteDeleteAsync(cancellationToken);
                await db.Messages.Where(row => row.State != MessageState.Planned && row.DueAt < now - KeepingTimes.Messages).ExecuteDeleteAsync(cancellationToken);
                await RemoveDaysAsync(db, now, cancellationToken);
                await RemoveMonthsAsync(db, clock.GetCurrentMonth(), cancellationToken);
                await RemoveOffersAsync(db, now - KeepingTimes.Offers, cancellationToken);
                await RemoveFactsAsync(db, now, cancellationToken);
                await RemoveWishesAsync(db, now, cancellationToken);
                foreach (var round in await db.Rounds.Where(round => round.StartedAt < now - KeepingTimes.Rounds).Select(round => round.Id).ToListAsync(cancellationToken))
                {
                    await RemoveRoundAsync(db, round, cancellationToken);
                }
            },
            cancellationToken);
        await database.WriteAsync(db => RitualRetention.ApplyAsync(db, now, cancellationToken), cancellationToken);
        foreach (var person in await database.ReadAsync(db => FindGoneAsync(db, now, cancellationToken), cancellationToken))
        {
            await departures.LeaveAsync(person, cancellationToken);
        }

        await log.TryAsync(cancellationToken);
    }

    private static async Task RemoveDaysAsync(ConnectDb db, Instant now, CancellationToken cancellationToken)
    {
        var oldest = now.InUtc().Date.PlusDays(-DayFlag.DaysKept);
        var days = await db.AiUseDays.ToListAsync(cancellationToken);
        db.AiUseDays.RemoveRange(days.Where(row => row.Day <= oldest));
    }

    private static async Task RemoveMonthsAsync(ConnectDb db, LocalDate month, CancellationToken cancellationToken)
    {
        await db.CheckInsAnswered.Where(row => row.Month != month).ExecuteDeleteAsync(cancellationToken);
        var answers = await db.DryRunAnswers.ToListAsync(cancellationToken);
        db.DryRunAnswers.RemoveRange(answers.Where(row => row.Month < month));
        var rounds = await db.DryRunMonths.ToListAsync(cancellationToken);
        db.DryRunMonths.RemoveRange(rounds.Where(row => row.Month < month));
        var welcomed = await db.Welcomed.ToListAsync(cancellationToken);
        db.Welcomed.RemoveRange(welcomed.Where(row => row.Month < month.PlusMonths(-KeepingTimes.Months)));
        var counts = await db.CheckInCounts.ToListAsync(cancellationToken);
        db.CheckInCounts.RemoveRange(counts.Where(row => row.Month < month.PlusMonths(-KeepingTimes.Months)));
    }

    // Written as stored: lists and facts are text to the database.
    private static async Task RemoveOffersAsync(ConnectDb db, Instant closedBefore, CancellationToken cancellationToken)
    {
        var before = closedBefore.ToUnixTimeMilliseconds();
        await db.Database.ExecuteSqlAsync(
            $"""UPDATE "Invitations" SET "Gaps" = '', "Ticked" = '' WHERE "AnswersUntil" < {before} AND ("Gaps" <> '' OR "Ticked" <> '')""", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""UPDATE "Connections" SET "MovingId" = NULL WHERE "State" <> 'Moving' AND "MovingId" IS NOT NULL""", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Members" SET "ChooseBy" = NULL, "Choice" = NULL, "OtherGaps" = NULL WHERE ("ChooseBy" IS NOT NULL OR "OtherGaps" IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM "Connections" WHERE "Id" = "Members"."ConnectionId" AND "State" = 'Moving')
            """,
            cancellationToken);
        Traces.ForgetBand(await db.Invitations
            .FromSql($"""SELECT * FROM "Invitations" WHERE "AnswersUntil" < {before} AND ("ByBand" OR "Facts" LIKE '%AiUse%')""").ToListAsync(cancellationToken));
        Traces.ForgetHireDate(await db.Invitations
            .FromSql($"""SELECT * FROM "Invitations" WHERE "AnswersUntil" < {before} AND "Facts" LIKE '%Newcomer%'""").ToListAsync(cancellationToken));
    }

    private static async Task RemoveFactsAsync(ConnectDb db, Instant now, CancellationToken cancellationToken)
    {
        foreach (var invitation in await db.Invitations.Where(x => x.FactsUntil < now).ToListAsync(cancellationToken))
        {
            (invitation.Facts, invitation.FactsUntil) = ([], null);
        }
    }

    private static async Task RemoveWishesAsync(ConnectDb db, Instant now, CancellationToken cancellationToken)
    {
        await db.Participants.Where(person => person.PausedUntil < now)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.PausedUntil, (Instant?)null), cancellationToken);
        await db.Participants.Where(person => person.AskedForCompanyAt < now - KeepingTimes.OwnRequests)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.AskedForCompanyAt, (Instant?)null), cancellationToken);
    }

    private static async Task RemoveRoundAsync(ConnectDb db, Guid round, CancellationToken cancellationToken)
    {
        await db.Messages.Where(message =>
            db.Invitations.Any(invitation => invitation.RoundId == round && invitation.Id == message.SubjectId)
            || db.Connections.Any(row => row.RoundId == round && row.Id == message.SubjectId)).ExecuteDeleteAsync(cancellationToken);
        await db.DueTasks.Where(task => task.SubjectId == round || db.Connections.Any(row => row.RoundId == round && row.Id == task.SubjectId))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Invitations.Where(invitation => invitation.RoundId == round).ExecuteDeleteAsync(cancellationToken);
        await db.Connections.Where(row => row.RoundId == round).ExecuteDeleteAsync(cancellationToken);
        await db.Rounds.Where(row => row.Id == round).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>When everything about somebody goes who no longer takes part; null while they do, and where nothing is set.</summary>
    public static async Task<Instant?> GoesAtAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        if (person.JoinedAt is not null)
        {
            return null;
        }

        var last = await db.Consents.Where(consent => consent.PersonId == person.PersonId).OrderByDescending(consent => consent.At)
            .Select(consent => (Instant?)consent.At).FirstOrDefaultAsync(cancellationToken);
        return last + KeepingTimes.AfterStopping;
    }

    // Whoever stopped long ago, and whoever Teams can't reach for so long that they have left.
    private static Task<List<string>> FindGoneAsync(ConnectDb db, Instant now, CancellationToken cancellationToken) => db.Participants
        .Where(person => person.UnreachableSince < now - KeepingTimes.WhileUnreachable
            || (person.JoinedAt == null && db.Consents.Any(consent => consent.PersonId == person.PersonId)
                && !db.Consents.Any(consent => consent.PersonId == person.PersonId && consent.At > now - KeepingTimes.AfterStopping)))
        .Select(person => person.PersonId).ToListAsync(cancellationToken);
}
