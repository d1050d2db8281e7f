using TeamsConnectBot.Availability;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>Copies names, addresses and zones that changed in the directory to participants' rows, for the cards of meetings.</summary>
internal static class ParticipantDetails
{
    public static async Task UpdateAsync(ConnectDb db, IReadOnlyList<PersonSnapshot> people, CancellationToken cancellationToken)
    {
        foreach (var batch in people.Where(person => person.HasChanged).Chunk(BatchedWrites.Size))
        {
            var ids = batch.Select(person => person.Member.Id).ToList();
            var rows = await db.Participants.Where(row => ids.Contains(row.PersonId)).ToListAsync(cancellationToken);
            foreach (var (row, person) in rows.Join(batch, row => row.PersonId, person => person.Member.Id, (row, person) => (row, person)))
            {
                person.CopyTo(row);
            }

            await BatchedWrites.SaveAsync(db, cancellationToken);
        }
    }
}
