using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>
/// Decides who hosts next: the member who hosted least, and of those the one who hosted longest ago. Calendars, pauses and leave play no
/// part, so that the order reveals nothing about anybody.
/// </summary>
internal static class HostRotation
{
    /// <summary>
    /// Gives the turn to the next member, or to nobody when there is no other. The previous host's turn is not counted as hosted.
    /// </summary>
    public static async Task PassOnAsync(ConnectDb db, Occurrence occurrence, Instant now, CancellationToken cancellationToken)
    {
        var members = await MembersAsync(db, occurrence, cancellationToken);
        var next = members.Where(member => member.PersonId != occurrence.HostId)
            .OrderBy(member => member.Hosted)
            .ThenBy(member => member.LastHostedAt ?? Instant.MinValue)
            .ThenBy(member => member.PersonId, StringComparer.Ordinal)
            .FirstOrDefault();
        Set(members, occurrence, next?.PersonId, next?.Name, now);
    }

    /// <summary>Makes the sender host; they need not be a member of the ritual.</summary>
    public static async Task TakeAsync(
        ConnectDb db, Occurrence occurrence, ActivitySender sender, Instant now, CancellationToken cancellationToken) =>
        Set(await MembersAsync(db, occurrence, cancellationToken), occurrence, sender.PersonId, sender.Name, now);

    private static Task<List<RitualMember>> MembersAsync(ConnectDb db, Occurrence occurrence, CancellationToken cancellationToken) =>
        db.RitualMembers.Where(member => member.RitualId == occurrence.RitualId).ToListAsync(cancellationToken);

    private static void Set(List<RitualMember> members, Occurrence occurrence, string? personId, string? name, Instant now)
    {
        if (personId == occurrence.HostId)
        {
            return;
        }

        if (members.Find(member => member.PersonId == occurrence.HostId) is { } before)
        {
            before.Hosted--;
        }

        if (members.Find(member => member.PersonId == personId) is { } host)
        {
            host.Hosted++;
            host.LastHostedAt = now;
        }

        (occurrence.HostId, occurrence.HostName) = (personId, name);
    }
}
