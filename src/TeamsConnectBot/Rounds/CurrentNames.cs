using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Availability;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>What the directory calls someone now; the cards of a connection name them so.</summary>
internal static class CurrentNames
{
    public static Task WriteAsync(ConnectDb db, IReadOnlyList<GatheredPerson> people, CancellationToken cancellationToken) => Portions.WriteAsync(
        db,
        people.Where(IsNew),
        async portion =>
        {
            var ids = portion.Select(person => person.Member.Id).ToList();
            var rows = await db.Participants.Where(row => ids.Contains(row.PersonId)).ToDictionaryAsync(row => row.PersonId, StringComparer.Ordinal, cancellationToken);
            foreach (var person in portion)
            {
                if (rows.TryGetValue(person.Member.Id, out var row))
                {
                    row.Name = person.Entry.DisplayName;
                    row.Mail = person.Entry.Mail;
                    row.UserPrincipalName = person.Entry.UserPrincipalName;
                    row.Zone = ZoneOf(person);
                }
            }
        },
        cancellationToken);

    private static bool IsNew(GatheredPerson person) =>
        (person.Participant.Name, person.Participant.Mail, person.Participant.UserPrincipalName, person.Participant.Zone)
        != (person.Entry.DisplayName, person.Entry.Mail, person.Entry.UserPrincipalName, ZoneOf(person));

    private static string ZoneOf(GatheredPerson person) =>
        person.Member.Zone.Id is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : person.Participant.Zone;
}
