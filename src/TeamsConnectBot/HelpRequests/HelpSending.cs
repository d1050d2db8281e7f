using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.HelpRequests;

/// <summary>A question on its way out: shown in full, sent, or taken back.</summary>
internal sealed class HelpSending(
    Database database, HelpGate gate, HelpPeople people, HelpCards cards, HelpHosts hosts, HelpRequestSteps steps, HelpSeeds seeds,
    PoolCatalogue pools, DaysOff daysOff, SweepRequests sweeps, TimeProvider clock)
{
    // After looking at the card for longer than this, its author is shown the new moment first.
    private static readonly Duration Drift = Duration.FromMinutes(15);

    /// <summary>The earliest deadline that a question of this length can have.</summary>
    public Instant EarliestDeadline(Participant person, int minutes) =>
        HelpRequestTimes.EarliestDeadline(clock.GetCurrentInstant(), minutes, CalendarOf(person.PoolId));

    /// <summary>
    /// Keeps a question as a draft, in place of an earlier one, and shows it in full with what happens to it. What is wrong with its
    /// values was said before; its deadline may not lie before <see cref="EarliestDeadline"/>.
    /// </summary>
    public async Task<Card> PreviewAsync(Participant person, HelpQuestion question, CancellationToken cancellationToken)
    {
        var row = new HelpRequestRow
        {
            Id = clock.NewId(), PersonId = person.PersonId, PoolId = person.PoolId, Words = question.Words, Language = question.Language,
            Minutes = question.Minutes, Deadline = question.Until, State = HelpRequestState.Draft, Nonce = Nonce.New(),
            CreatedAt = clock.GetCurrentInstant(),
        };
        if (await LookAsync(person, row, cancellationToken) is { } refusal)
        {
            return new HelpRefusedCard(PersonalCards.RefOf(person), refusal, question.Words);
        }

        return await database.WriteAsync<Card>(
            async db =>
            {
                if (await PersonalCards.AwayAsync(db, person.PersonId, cancellationToken) is { } away)
                {
                    return away;
                }

                db.HelpRequests.RemoveRange(await db.HelpRequests
                    .Where(other => other.PersonId == person.PersonId && other.State == HelpRequestState.Draft)
                    .ToListAsync(cancellationToken));
                db.HelpRequests.Add(row);
                return HelpCards.Preview(row, await hosts.NamedAsync(db, row.PoolId, cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>Sends a draft. Whatever has changed since it was shown is shown first.</summary>
    public async Task<Card> SendAsync(HelpRequestRow shown, CancellationToken cancellationToken)
    {
        var person = await database.ReadAsync(
            db => db.Participants.FindAsync([shown.PersonId], cancellationToken).AsTask(), cancellationToken);
        if (shown.State != HelpRequestState.Draft || person is null)
        {
            return await NowAsync(shown.Id, cancellationToken);
        }

        var (hearsBy, isForHost) = (shown.HearsBy, shown.IsForHost);
        if (await LookAsync(person, shown, cancellationToken) is { } refusal)
        {
            return new HelpRefusedCard(PersonalCards.RefOf(person), refusal, shown.Words);
        }

        var isAsShown = shown.IsForHost == isForHost && shown.HearsBy - hearsBy <= Drift;
        var sentAt = clock.GetCurrentInstant();
        var moment = isAsShown ? hearsBy!.Value : shown.HearsBy!.Value;
        var seed = await seeds.OfAsync(shown.Id, "waves", cancellationToken);
        var times = HelpRequestTimes.Plan(sentAt, moment, CalendarOf(shown.PoolId), seed);
        await database.WriteAsync(
            async db =>
            {
                if (await db.HelpRequests.FindAsync([shown.Id], cancellationToken) is not { State: HelpRequestState.Draft } row
                    || await HelpGate.HasOneAsync(db, row.PersonId, cancellationToken))
                {
                    return;
                }

                (row.HearsBy, row.IsForHost) = (moment, shown.IsForHost);
                if (isAsShown)
                {
                    (row.SentAt, row.Waves) = (sentAt, row.IsForHost ? [] : times.Waves);
                    await steps.ApplyAsync(
                        db, row, row.IsForHost ? HelpRequestEvent.SentToHost : HelpRequestEvent.SentToColleagues, cancellationToken);
                }
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
        return await NowAsync(shown.Id, cancellationToken);
    }

    /// <summary>Throws a draft away, or takes a question back. One that led to a meeting is called off on the meeting's card.</summary>
    public async Task<Card> WithdrawAsync(Guid id, CancellationToken cancellationToken)
    {
        var card = await database.WriteAsync<Card>(
            async db =>
            {
                if (await db.HelpRequests.FindAsync([id], cancellationToken) is not { } row)
                {
                    return new StateCard(CardState.Gone);
                }

                if (row.State == HelpRequestState.Draft)
                {
                    db.HelpRequests.Remove(row);
                    return new HelpNoteCard(HelpNote.NotSent);
                }

                if (row.State is HelpRequestState.Open or HelpRequestState.Taken)
                {
                    await steps.ApplyAsync(db, row, HelpRequestEvent.TakenBack, cancellationToken);
                }

                return await cards.OfAskerAsync(db, row, cancellationToken);
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
        return card;
    }

    // Fills in when the author hears and whether it goes to the host; or says why nothing can be sent.
    private async Task<HelpRefusal?> LookAsync(Participant person, HelpRequestRow row, CancellationToken cancellationToken)
    {
        if (await gate.RefusalAsync(person, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (HelpRequestTimes.HearsByFor(clock.GetCurrentInstant(), row.Deadline, row.Minutes, CalendarOf(row.PoolId)) is not { } hearsBy)
        {
            return HelpRefusal.TooLate;
        }

        try
        {
            (row.HearsBy, row.IsForHost) = (hearsBy, !await people.AreEnoughAsync(row, cancellationToken));
            return null;
        }
        catch (GraphUnavailableException)
        {
            return HelpRefusal.TryLater;
        }
    }

    private PoolCalendar CalendarOf(string poolId) => daysOff.CalendarOf(pools.Find(poolId), clock.GetCurrentInstant());

    private Task<Card> NowAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync<Card>(
        async db => await db.HelpRequests.FindAsync([id], cancellationToken) is { } row
            ? await cards.OfAskerAsync(db, row, cancellationToken)
            : new StateCard(CardState.Gone),
        cancellationToken);
}
