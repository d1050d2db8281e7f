using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.CheckIns;

/// <summary>Records who has answered this month, and nothing else about them.</summary>
internal sealed class CheckInBook(Database database, CheckInBatches batches, TimeProvider clock)
{
    /// <summary>Counts someone's answers, once a month.</summary>
    /// <returns>The card that says so, also when they had already answered this month or are gone.</returns>
    public async Task<Card> AnswerAsync(Participant person, CheckInAnswers answers, CancellationToken cancellationToken)
    {
        var month = clock.GetCurrentMonth();
        var refusal = await database.WriteAsync<Card?>(
            async db =>
            {
                if (await PersonalCards.AwayAsync(db, person.PersonId, cancellationToken) is { } away)
                {
                    return away;
                }

                if (await db.CheckInsAnswered.FindAsync([person.PersonId, month], cancellationToken) is not null)
                {
                    return new CheckedInCard(null);
                }

                db.CheckInsAnswered.Add(new CheckInAnsweredRow { PersonId = person.PersonId, Month = month });
                return null;
            },
            cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        await batches.AddAsync(person.PoolId, month, answers, cancellationToken);
        return new CheckedInCard(answers.Values);
    }

    public Task<bool> HasAnsweredAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        var month = clock.GetCurrentMonth();
        return db.CheckInsAnswered.AnyAsync(row => row.PersonId == personId && row.Month == month, cancellationToken);
    }
}
