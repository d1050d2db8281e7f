using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.PersonalData;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Deletes drafts after a day, and questions with everything about them seven days after their end.</summary>
internal static class HelpRequestRetention
{
    public static async Task ApplyAsync(ConnectDb db, Instant now, CancellationToken cancellationToken)
    {
        var (draftsBefore, endedBefore) = (now - RetentionPeriods.HelpDrafts, now - RetentionPeriods.HelpRequests);
        var gone = await db.HelpRequests
            .Where(row => row.EndedAt < endedBefore || (row.State == HelpRequestState.Draft && row.CreatedAt < draftsBefore))
            .Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var id in gone)
        {
            // Cards that still show the words, such as the host's, are edited.
            await StaleCards.MarkAsync(db, id, cancellationToken);
        }

        await db.DueTasks.Where(task => gone.Contains(task.SubjectId)).ExecuteDeleteAsync(cancellationToken);
        await db.HelpOffers.Where(offer => gone.Contains(offer.RequestId)).ExecuteDeleteAsync(cancellationToken);
        await db.HelpRequests.Where(row => gone.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);

        // The offers of askers who were erased.
        await db.HelpOffers.Where(offer => offer.State != HelpOfferState.Open
                && !db.Set<HelpRequestRow>().Any(row => row.Id == offer.RequestId)).ExecuteDeleteAsync(cancellationToken);

        // Meetings of rounds go with their round.
        var before = now - RetentionPeriods.Rounds;
        await db.Meetings.Where(row => row.IsForQuestion && row.StartsAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    public static Instant GoneAt(HelpRequestRow row) => row.EndedAt is { } ended
        ? ended + RetentionPeriods.HelpRequests
        : row.State == HelpRequestState.Draft
            ? row.CreatedAt + RetentionPeriods.HelpDrafts
            : row.Deadline + RetentionPeriods.HelpRequests;
}
