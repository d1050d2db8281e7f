using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Meetings that could not be announced yet, for example because the calendar service is down. If one of the people withdraws meanwhile,
/// the others read that the times could not be combined; so until then their invitations look as if answers were still being combined.
/// </summary>
internal static class UntoldMeetings
{
    public static async Task WithholdAsync(ConnectDb db, IReadOnlyList<Invitation> invitations, CancellationToken cancellationToken)
    {
        var people = invitations.Select(invitation => invitation.PersonId).Distinct().ToList();
        var untold = await db.Members.Where(member => people.Contains(member.PersonId) && !member.Told)
            .Select(member => new { member.PersonId, member.ConnectionId }).ToListAsync(cancellationToken);
        foreach (var invitation in invitations.Where(invitation => untold.Exists(
            member => member.PersonId == invitation.PersonId && member.ConnectionId == invitation.ConnectionId)))
        {
            (invitation.State, invitation.ConnectionId) = (InvitationState.Settling, null);
        }
    }
}
