using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>
/// Finds the occurrence that is announced next. An announced occurrence can be moved past later ones, so a moment alone does not say which
/// were announced.
/// </summary>
internal sealed class Unannounced(PlanTimes times)
{
    /// <returns>Null when no occurrence is left to announce.</returns>
    public async Task<PlannedTime?> NextAsync(ConnectDb db, Ritual ritual, CancellationToken cancellationToken)
    {
        var later = await db.Occurrences
            .Where(row => row.RitualId == ritual.Id && row.StartsAt > ritual.HandledUntil
                && db.Messages.Any(post =>
                    post.Kind == MessageKind.Occurrence && post.SubjectId == row.Id && post.SpaceId == ritual.SpaceId))
            .ToListAsync(cancellationToken);

        // Compared here and not in the query, because a changed plan is not in the database yet.
        var announced = later.Where(row => row.State == OccurrenceState.Announced).Select(row => (row.Date, row.StartsAt)).ToHashSet();
        return times.Upcoming(ritual.Plan, ritual.HandledUntil).FirstOrDefault(time => !announced.Contains((time.Date, time.Start)));
    }
}
