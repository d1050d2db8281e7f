using TeamsConnectBot.Cards;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals;

/// <summary>
/// The next time of each ritual that somebody takes part in. Rituals of a channel where the bot can't write are left out.
/// </summary>
internal sealed class RitualAppointments(PlanTimes times, TimeProvider clock) : AppointmentSource
{
    public override async Task<IReadOnlyList<NamedTime>> NextTimesAsync(
        ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var (members, spaces) = (db.RitualMembers, db.Spaces);
        var joined = await db.Rituals
            .Where(ritual => !ritual.IsEnded
                && members.Any(member => member.RitualId == ritual.Id && member.PersonId == personId)
                && spaces.Any(space => space.Id == ritual.SpaceId && space.LostAt == null))
            .ToListAsync(cancellationToken);
        return [.. from ritual in joined
                   let next = times.Next(ritual.Plan, now)
                   where next is not null
                   select new NamedTime(ritual.Plan.Name, next.Interval)];
    }
}
