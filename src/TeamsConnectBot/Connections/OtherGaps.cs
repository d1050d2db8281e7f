using NodaTime;
using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Connections;

/// <summary>The other gaps a connection's members share this week, for whoever can't make it. Calendars are read again.</summary>
internal sealed class OtherGaps(Gathering gathering, PoolCatalogue pools, TimeProvider clock)
{
    private const int Most = 3;

    // Nobody should have to run for it.
    private static readonly Duration Notice = Duration.FromHours(2);

    public async Task<IReadOnlyList<Slot>> FindAsync(ConnectionRow row, CancellationToken cancellationToken)
    {
        var pool = pools.Find(row.PoolId);
        var gathered = await gathering.ReadAgainAsync(pool, [.. row.Coming.Select(member => member.PersonId)], row.Week, insist: true, cancellationToken);
        if (gathered.People.Count < row.Coming.Count())
        {
            return [];
        }

        var offerable = OfferableHours.From(clock.GetCurrentInstant() + Notice, row.Week);
        var members = gathered.People.Select(person => person.Member).ToList();
        return [.. SlotChoice.SharedGaps(row.Week, members, pool.MatchingRules, offerable, Most + 1)
            .Select(option => option.Slot).Where(slot => row.Week.At(slot.Start) != row.StartsAt).Take(Most).OrderBy(slot => slot.Start)];
    }

    /// <summary>
    /// Whether a time lies in everyone's working hours and in the round's week. Free and busy can't tell: the moved event itself
    /// stands there.
    /// </summary>
    public async Task<bool> IsInEveryonesHoursAsync(ConnectionRow row, Interval time, CancellationToken cancellationToken)
    {
        var gathered = await gathering.ReadAgainAsync(
            pools.Find(row.PoolId), [.. row.Coming.Select(member => member.PersonId)], row.Week, insist: true, cancellationToken);
        return time.Start > clock.GetCurrentInstant()
            && time.Start >= row.Week.Start && time.End <= row.Week.End
            && gathered.People.Count == row.Coming.Count()
            && gathered.People.All(
                person =>
                    !person.IsOffAt(time.Start)
                        && person.Hours.ShiftsIn(time).Any(shift => shift.Start <= time.Start && shift.End >= time.End));
    }
}
