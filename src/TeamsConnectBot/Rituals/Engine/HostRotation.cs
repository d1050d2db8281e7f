using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>
/// Whose turn it is to host: whoever did it least, and of those whoever did it longest ago. Somebody whose calendar may be
/// read and is full the whole time is passed over, unseen.
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
                var allowed = await db.RitualMembers.Where(member => member.RitualId == ritualId && member.Mail != null)
                    .Join(db.Participants.Where(person => person.GapsAllowedAt != null), member => member.PersonId, person => person.PersonId, (member, _) => member)
                    .ToListAsync(cancellationToken);
                return (ritual?.Plan, ritual?.HandledUntil ?? default, allowed);
            },
            cancellationToken);
        if (plan is null || people.Count == 0 || times.Next(plan, handled) is not { } next)
        {
            return new HashSet<string>();
        }

        // The day around it: somebody on leave is away all of it, somebody who has the ritual in their calendar is not.
        var day = new Interval(next.Start - Duration.FromHours(2), next.End + Duration.FromHours(2));
        var away = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var answer in schedules.ReadAsync([.. people.Select(member => new MailboxRequest(member.PersonId, member.Mail))], day, cancellationToken))
        {
            if (answer is KnownSchedule known && known.Busy.Any(busy => busy.Start <= day.Start && busy.End >= day.End))
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
