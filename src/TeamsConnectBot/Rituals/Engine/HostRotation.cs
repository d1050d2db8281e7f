using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>
/// Whose turn it is to host: of those who take part, whoever did it least, and of those whoever did it longest ago. Nothing
/// else counts, so that nothing about a person can be read from it: no calendar, no pause, no leave.
/// </summary>
internal static class HostRotation
{
    /// <summary>Gives the turn to whoever is next, and to nobody where no one else takes part. Whoever had it gets it back another time.</summary>
    public static async Task PassOnAsync(ConnectDb db, Rows.Occurrence occurrence, Instant now, CancellationToken cancellationToken)
    {
        var members = await MembersAsync(db, occurrence, cancellationToken);
        var next = members.Where(member => member.PersonId != occurrence.HostId)
            .OrderBy(member => member.Hosted).ThenBy(member => member.LastHostedAt ?? Instant.MinValue).ThenBy(member => member.PersonId, StringComparer.Ordinal)
            .FirstOrDefault();
        Set(members, occurrence, next?.PersonId, next?.Name, now);
    }

    /// <summary>Makes somebody host who asked for it; they need not take part in the ritual.</summary>
    public static async Task TakeAsync(
        ConnectDb db, Rows.Occurrence occurrence, string personId, string name, Instant now, CancellationToken cancellationToken) =>
        Set(await MembersAsync(db, occurrence, cancellationToken), occurrence, personId, name, now);

    private static Task<List<RitualMember>> MembersAsync(ConnectDb db, Rows.Occurrence occurrence, CancellationToken cancellationToken) =>
        db.RitualMembers.Where(member => member.RitualId == occurrence.RitualId).ToListAsync(cancellationToken);

    private static void Set(List<RitualMember> members, Rows.Occurrence occurrence, string? personId, string? name, Instant now)
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
