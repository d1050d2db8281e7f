using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Rituals.Protection;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>
/// Whose turn it is to host: whoever did it least, and of those whoever did it longest ago. Somebody whose calendar may be
/// read and who is on leave is passed over, unseen.
/// </summary>
internal sealed class HostRotation(Database database, GraphSchedules schedules, PlanTimes times)
{
    /// <summary>Who is certainly not there at the ritual's next time, of those who allowed their calendar to be read.</summary>
    public async Task<IReadOnlySet<string>> AwayAsync(Guid ritualId, CancellationToken cancellationToken)
    {
        var (plan, handled, people) = await database.ReadAsync(
            async db =>
            {
                var ritual = await db.Rituals.FindAsync([ritualId], cancellationToken);
                return (ritual?.Plan, ritual?.HandledUntil ?? default, await AllowedMembers.ReadAsync(db, ritualId, cancellationToken));
            },
            cancellationToken);
        if (plan is null || people.Count == 0 || times.Next(plan, handled) is not { } next)
        {
            return new HashSet<string>();
        }

        var around = OnLeave.Around(new Interval(next.Start, next.End));
        var away = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var answer in schedules.ReadAsync(people, around, cancellationToken))
        {
            if (answer is KnownSchedule known && OnLeave.Is(known, around))
            {
                away.Add(known.PersonId);
            }
        }

        return away;
    }

    public static async Task AssignAsync(
        ConnectDb db, Ritual ritual, Rows.Occurrence occurrence, IReadOnlySet<string> passedOver, Instant now, CancellationToken cancellationToken)
    {
        var members = await db.RitualMembers.Where(member => member.RitualId == ritual.Id).ToListAsync(cancellationToken);
        var host = members.Where(member => !passedOver.Contains(member.PersonId) && member.PersonId != occurrence.HostId)
            .OrderBy(member => member.Hosted).ThenBy(member => member.LastHostedAt ?? Instant.MinValue).ThenBy(member => member.PersonId, StringComparer.Ordinal)
            .FirstOrDefault();
        Set(members, occurrence, host, now);
    }

    /// <summary>Makes somebody host; whoever had the turn gets it back later.</summary>
    public static async Task SetAsync(ConnectDb db, Rows.Occurrence occurrence, string personId, Instant now, CancellationToken cancellationToken)
    {
        var members = await db.RitualMembers.Where(member => member.RitualId == occurrence.RitualId).ToListAsync(cancellationToken);
        Set(members, occurrence, members.Find(member => member.PersonId == personId), now);
    }

    private static void Set(List<RitualMember> members, Rows.Occurrence occurrence, RitualMember? host, Instant now)
    {
        if (host is null || host.PersonId == occurrence.HostId)
        {
            return;
        }

        if (members.Find(member => member.PersonId == occurrence.HostId) is { } before)
        {
            before.Hosted--;
        }

        host.Hosted++;
        host.LastHostedAt = now;
        occurrence.HostId = host.PersonId;
    }
}
