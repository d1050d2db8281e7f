using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Schedules;

namespace TeamsConnectBot.Rituals.Protection;

/// <summary>Whose calendar may be read for a ritual: members who take part in the programme, allowed it and do not pause.</summary>
internal static class AllowedMembers
{
    public static Task<List<MailboxRequest>> ReadAsync(ConnectDb db, Guid ritualId, CancellationToken cancellationToken) => db.RitualMembers
        .Where(member => member.RitualId == ritualId && member.Mail != null)
        .Join(
            db.Participants.Where(person => person.JoinedAt != null && person.GapsAllowedAt != null && person.PausedUntil == null),
            member => member.PersonId, person => person.PersonId, (member, _) => new MailboxRequest(member.PersonId, member.Mail))
        .ToListAsync(cancellationToken);
}
