using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.CheckIns;

/// <summary>Records who has answered this month, and nothing else about them.</summary>
internal sealed class CheckInBook(Database database, CheckInBatches batches, TimeProvider clock)
{
    /// <summary>Counts someone's answers, once a month.</summary>
    /// <returns>False when they had already answered this month.</returns>
    public async Task<bool> AnswerAsync(Participant person, CheckInAnswers answers, CancellationToken cancellationToken)
    {
        var month = clock.GetCurrentMonth();
        var isFirst = await database.WriteAsync(
            async db =>
            {
                if (await db.CheckInsAnswered.FindAsync([person.PersonId, month], cancellationToken) is not null)
                {
                    return false;
                }

                db.CheckInsAnswered.Add(new CheckInAnsweredRow { PersonId = person.PersonId, Month = month });
                return true;
            },
            cancellationToken);
        if (isFirst)
        {
            await batches.AddAsync(person.PoolId, month, answers, cancellationToken);
        }

        return isFirst;
    }

    public Task<bool> HasAnsweredAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        var month = clock.GetCurrentMonth();
        return db.CheckInsAnswered.AnyAsync(row => row.PersonId == personId && row.Month == month, cancellationToken);
    }
}
