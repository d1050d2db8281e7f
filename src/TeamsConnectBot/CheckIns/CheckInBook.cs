using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.CheckIns;

/// <summary>Records who has answered this month, and nothing else about them.</summary>
internal sealed class CheckInBook(Database database, CheckInBatches batches, TimeProvider clock)
{
    /// <summary>Counts someone's answers, once a month.</summary>
    /// <returns>The card that says so, also when they can't answer this month or are gone.</returns>
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

                if (await RefusalAsync(db, person, cancellationToken) is { } refused)
                {
                    return refused;
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

    /// <summary>
    /// Why somebody can't answer this month; null when they can. Erasing also forgets that somebody answered. So whoever joined since the
    /// month began waits for the next one: by joining again and again, one person could fill a batch and read another's answer from it.
    /// </summary>
    public async Task<Card?> RefusalAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        var month = clock.GetCurrentMonth();
        var joined = await db.Participants.Where(row => row.PersonId == person.PersonId).Select(row => row.JoinedAt)
            .SingleOrDefaultAsync(cancellationToken);
        if (joined >= month.AtMidnight().InUtc().ToInstant())
        {
            return new CheckInLaterCard(month.PlusMonths(1));
        }

        return await db.CheckInsAnswered.FindAsync([person.PersonId, month], cancellationToken) is not null
            ? new CheckedInCard(null)
            : null;
    }
}
