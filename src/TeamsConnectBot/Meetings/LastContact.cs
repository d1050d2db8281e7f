using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Meetings;

/// <summary>When somebody last met anybody through the app, after they said that a meeting did not happen.</summary>
internal static class LastContact
{
    /// <summary>Puts the meeting before it back in its place. A later meeting stays the last.</summary>
    public static async Task DropAsync(ConnectDb db, Participant person, MeetingRow didNotHappen, CancellationToken cancellationToken)
    {
        if (person.LastContactAt != didNotHappen.EndsAt)
        {
            return;
        }

        var before = await db.Meetings.Where(row => row.Id != didNotHappen.Id && row.State == MeetingState.Over && row.Members.Any(
                member => member.PersonId == person.PersonId && member.Coming && member.Answer != MemberAnswer.DidNotMeet))
            .Select(row => new { row.StartsAt, row.Minutes }).ToListAsync(cancellationToken);
        person.LastContactAt = before.Max(row => (Instant?)(row.StartsAt + Duration.FromMinutes(row.Minutes)));
    }
}
