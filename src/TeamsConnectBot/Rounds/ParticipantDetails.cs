using TeamsConnectBot.Availability;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>Copies names, addresses and zones that changed in the directory to participants' rows, for the cards of meetings.</summary>
internal static class ParticipantDetails
{
    public static async Task UpdateAsync(ConnectDb db, IReadOnlyList<PersonSnapshot> people, CancellationToken cancellationToken)
    {
        foreach (var batch in people.Where(HasChanged).Chunk(BatchedWrites.Size))
        {
            var ids = batch.Select(person => person.Member.Id).ToList();
            var rows = await db.Participants.Where(row => ids.Contains(row.PersonId)).ToListAsync(cancellationToken);
            foreach (var (row, person) in rows.Join(batch, row => row.PersonId, person => person.Member.Id, (row, person) => (row, person)))
            {
                (row.Name, row.Mail) = (person.Entry.DisplayName, person.Entry.Mail);
                (row.UserPrincipalName, row.Zone) = (person.Entry.UserPrincipalName, ZoneOf(person));
            }

            await BatchedWrites.SaveAsync(db, cancellationToken);
        }
    }

    private static bool HasChanged(PersonSnapshot person) =>
        (person.Participant.Name, person.Participant.Mail, person.Participant.UserPrincipalName, person.Participant.Zone)
        != (person.Entry.DisplayName, person.Entry.Mail, person.Entry.UserPrincipalName, ZoneOf(person));

    private static string ZoneOf(PersonSnapshot person) =>
        person.Member.Zone.Id is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : person.Participant.Zone;
}
