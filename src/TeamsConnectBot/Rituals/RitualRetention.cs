using NodaTime.Text;
using TeamsConnectBot.Core.Rituals.Questions;
using TeamsConnectBot.Data;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals;

/// <summary>Deletes the rows of rituals that are past their retention period.</summary>
internal static class RitualRetention
{
    // A month more than a question may not come back, so that no zone and no month's length matters.
    private const int MonthsOfQuestions = QuestionOrder.MonthsBetween + 1;

    public static async Task ApplyAsync(ConnectDb db, Instant now, CancellationToken cancellationToken)
    {
        await db.Drafts.Where(draft => draft.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await RemoveOccurrencesAsync(db, now - RetentionPeriods.Occurrences, cancellationToken);
        await db.RitualChanges.Where(change => change.At < now - RetentionPeriods.Changes && change.PersonId != null)
            .ExecuteUpdateAsync(set => set.SetProperty(change => change.PersonId, (string?)null), cancellationToken);
        await db.RitualChanges.Where(
            change =>
                change.At < now - RetentionPeriods.EndedRituals
                    && !db.Set<Ritual>().Any(ritual => ritual.Id == change.RitualId && ritual.IsEnded))
            .ExecuteDeleteAsync(cancellationToken);
        await RemoveEndedAsync(db, now - RetentionPeriods.EndedRituals, cancellationToken);

        await PostedQuestion.NeverSeen(db).ExecuteDeleteAsync(cancellationToken);

        // In SQL, because LINQ cannot compare dates that are stored as text.
        var longAgo = LocalDatePattern.Iso.Format(now.InUtc().Date.PlusMonths(-MonthsOfQuestions));
        await db.Database.ExecuteSqlAsync($"""DELETE FROM "PostedQuestions" WHERE "On" < {longAgo}""", cancellationToken);

        // A team's agreements are valid until later ones replace them, so the latest charter that passed is kept.
        await db.Proposals.Where(
            proposal =>
                proposal.State != ProposalState.Open && proposal.ClosesAt < now - RetentionPeriods.Messages
                    && (proposal.Kind != ProposalKind.Charter || proposal.State != ProposalState.Passed
                        || db.Set<Proposal>().Any(later => later.SpaceId == proposal.SpaceId && later.Kind == ProposalKind.Charter
                            && later.State == ProposalState.Passed && later.ClosesAt > proposal.ClosesAt)))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Spaces.Where(
            space =>
                space.LostAt < now - RetentionPeriods.EndedRituals
                    && !db.Set<Ritual>().Any(ritual => ritual.SpaceId == space.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task RemoveOccurrencesAsync(ConnectDb db, Instant before, CancellationToken cancellationToken)
    {
        await db.Coming.Where(coming => db.Set<Occurrence>().Any(row => row.Id == coming.OccurrenceId && row.StartsAt < before))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Occurrences.Where(row => row.StartsAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    // A ritual that still has a calendar series is kept until the series is deleted.
    private static async Task RemoveEndedAsync(ConnectDb db, Instant before, CancellationToken cancellationToken)
    {
        var ended = await db.Rituals.Where(ritual => ritual.IsEnded && ritual.EventId == null && ritual.HandledUntil < before)
            .Select(ritual => ritual.Id).ToListAsync(cancellationToken);
        await db.RitualMembers.Where(member => ended.Contains(member.RitualId)).ExecuteDeleteAsync(cancellationToken);
        await db.RitualChanges.Where(change => ended.Contains(change.RitualId)).ExecuteDeleteAsync(cancellationToken);
        await db.DueTasks.Where(task => ended.Contains(task.SubjectId)).ExecuteDeleteAsync(cancellationToken);
        await db.Rituals.Where(ritual => ended.Contains(ritual.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
