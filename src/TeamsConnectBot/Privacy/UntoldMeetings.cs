using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Meetings that could not be announced yet, for example because the calendar service is down. If one of the people withdraws meanwhile,
/// the others read that the times could not be combined; so until then their invitations look as if answers were still being combined,
/// and no message about the meeting is shown.
/// </summary>
internal static class UntoldMeetings
{
    public static async Task WithholdAsync(ConnectDb db, List<Invitation> invitations, CancellationToken cancellationToken)
    {
        var untold = await UntoldAsync(db, invitations.Select(invitation => invitation.PersonId), cancellationToken);
        foreach (var invitation in invitations.Where(invitation => untold.Contains((invitation.PersonId, invitation.ConnectionId))))
        {
            (invitation.State, invitation.ConnectionId) = (InvitationState.Settling, null);
        }
    }

    /// <summary>Leaves out messages about those meetings, which are planned or were dropped; whoever was left over has none.</summary>
    public static async Task WithholdAsync(ConnectDb db, List<Message> messages, CancellationToken cancellationToken)
    {
        var untold = await UntoldAsync(db, messages.Select(message => message.PersonId), cancellationToken);
        messages.RemoveAll(message => untold.Contains((message.PersonId, message.SubjectId)));
    }

    private static async Task<HashSet<(string, Guid?)>> UntoldAsync(
        ConnectDb db, IEnumerable<string> personIds, CancellationToken cancellationToken)
    {
        var people = personIds.Distinct().ToList();
        var untold = await db.Members.Where(member => people.Contains(member.PersonId) && !member.Told)
            .Select(member => new { member.PersonId, member.ConnectionId }).ToListAsync(cancellationToken);
        return [.. untold.Select(member => (member.PersonId, (Guid?)member.ConnectionId))];
    }
}
