using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>
/// Lets people take the turn to host the next occurrence, before or after it is announced. Nobody can do so for somebody else.
/// </summary>
internal sealed class HostTurns(Database database, PlanTimes times, TimeProvider clock)
{
    public PlannedTime? NextOf(Ritual ritual) => times.Next(ritual.Plan, clock.GetCurrentInstant());

    /// <returns>A card that says when they host, or that no occurrence is planned any more.</returns>
    public async Task<RitualNoticeCard> TakeAsync(Ritual ritual, ActivitySender sender, Reader reader, CancellationToken cancellationToken)
    {
        if (NextOf(ritual) is not { } next)
        {
            return new RitualNoticeCard(RitualNotice.NothingLeft, ritual.Plan.Name);
        }

        await database.WriteAsync(
            async db =>
            {
                var (occurrence, _) = await FindOrAddAsync(db, ritual, next, cancellationToken);
                await HostRotation.TakeAsync(db, occurrence, sender, clock.GetCurrentInstant(), cancellationToken);
                await StaleCards.MarkAsync(db, occurrence.Id, cancellationToken);
            },
            cancellationToken);
        return new RitualNoticeCard(RitualNotice.HostIs, ritual.Plan.Name, reader.Moments.Long(next.Interval));
    }

    /// <summary>The row of an occurrence, added when it does not exist yet.</summary>
    public async Task<(Occurrence Occurrence, bool IsNew)> FindOrAddAsync(
        ConnectDb db, Ritual ritual, PlannedTime time, CancellationToken cancellationToken)
    {
        var known = await db.Occurrences.SingleOrDefaultAsync(row => row.RitualId == ritual.Id && row.Date == time.Date, cancellationToken);
        return known is not null
            ? (known, false)
            : (db.Occurrences.Add(new Occurrence
            {
                Id = clock.NewId(), RitualId = ritual.Id, Date = time.Date, StartsAt = time.Start, Minutes = ritual.Plan.Minutes,
                State = OccurrenceState.Announced, Nonce = Nonce.New(),
            }).Entity, true);
    }
}
