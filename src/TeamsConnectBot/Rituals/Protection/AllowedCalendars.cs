using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Protection;

/// <summary>
/// Whose calendar may be read to find a ritual a better time: whoever takes part in it and allowed that when joining it. Never
/// that of somebody who pauses, whatever the pause is from.
/// </summary>
internal static class AllowedCalendars
{
    public static Task<List<MailboxRequest>> ReadAsync(ConnectDb db, Guid ritualId, Instant now, CancellationToken cancellationToken) => db.RitualMembers
        .Where(member => member.RitualId == ritualId && member.Mail != null && member.CalendarAllowedAt != null
            && !db.Participants.Any(person => person.PersonId == member.PersonId && person.PausedUntil > now))
        .Select(member => new MailboxRequest(member.PersonId, member.Mail)).ToListAsync(cancellationToken);
}
