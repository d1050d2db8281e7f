using System.Collections.Immutable;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.HelpRequests;

/// <summary>
/// What happens to a question by the clock: its waves, and the moment at which the asker hears. While Graph does not answer, a wave waits,
/// and the moment does not.
/// </summary>
internal sealed class HelpAsking(
    Database database, HelpWaves waves, HelpRequestSteps steps, Outbox outbox, DueTasks tasks, TimeProvider clock)
{
    public async Task AskAsync(DueTask task, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            db => db.HelpRequests.FindAsync([task.SubjectId], cancellationToken).AsTask(), cancellationToken);
        if (row is not { State: HelpRequestState.Open } || row.WavesSent >= row.Waves.Count || clock.GetCurrentInstant() >= row.HearsBy)
        {
            await database.WriteAsync(
                db => DueTasks.RemoveAsync(db, DueTaskKind.AskColleagues, task.SubjectId, cancellationToken), cancellationToken);
            return;
        }

        var busy = await database.ReadAsync(db => BusyAsync(db, row.Id, cancellationToken), cancellationToken);
        var chosen = await waves.ChooseAsync(row, busy, cancellationToken);
        await database.WriteAsync(db => WriteAsync(db, row, chosen, cancellationToken), cancellationToken);
    }

    public Task TellAsync(DueTask task, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await db.HelpRequests.FindAsync([task.SubjectId], cancellationToken) is { } row)
            {
                await steps.ApplyAsync(db, row, HelpRequestEvent.MomentCame, cancellationToken);
            }

            await DueTasks.RemoveAsync(db, DueTaskKind.TellAsker, task.SubjectId, cancellationToken);
        },
        cancellationToken);

    private async Task WriteAsync(
        ConnectDb db, HelpRequestRow asOf, IReadOnlyList<AskedHelper> chosen, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var row = await db.HelpRequests.FindAsync([asOf.Id], cancellationToken);
        if (row is not { State: HelpRequestState.Open } || row.WavesSent != asOf.WavesSent || now >= row.HearsBy
            || await Standstill.CurrentAsync(db, cancellationToken) is not null)
        {
            // The task stays due: a stop may end, and otherwise the next attempt removes it.
            return;
        }

        // Once somebody says yes, event and cards are made from the rows, and no round may have read the two before.
        if (chosen is [{ Asker: var asker }, ..] && await db.Participants.FindAsync([row.PersonId], cancellationToken) is { } person)
        {
            asker.CopyNamesTo(person);
        }

        var busy = await BusyAsync(db, row.Id, cancellationToken);
        foreach (var asked in chosen.Where(asked => !busy.Contains(asked.PersonId)))
        {
            await OfferAsync(db, row, asked, now, cancellationToken);
        }

        row.WavesSent++;
        if (row.WavesSent < row.Waves.Count)
        {
            await tasks.SetAsync(
                db, DueTaskKind.AskColleagues, row.Id, Instant.Max(now, row.Waves[row.WavesSent]), cancellationToken);
        }
        else
        {
            await DueTasks.RemoveAsync(db, DueTaskKind.AskColleagues, row.Id, cancellationToken);
        }
    }

    private async Task OfferAsync(ConnectDb db, HelpRequestRow row, AskedHelper asked, Instant now, CancellationToken cancellationToken)
    {
        // Between the choice and this transaction they may have left, paused, withdrawn their calendar, or been asked by somebody else.
        if (await db.Participants.FindAsync([asked.PersonId], cancellationToken) is not { GapsAllowedAt: not null } person
            || !person.IsActiveAt(now)
            || await db.Helpers.FindAsync([asked.PersonId], cancellationToken) is not { IsOn: true } helper
            || !HelpAllowance.Allows(helper.LastAskedAt, helper.Silences, now))
        {
            return;
        }

        asked.Helper.CopyTo(person);
        var offer = new HelpOfferRow
        {
            Id = clock.NewId(), RequestId = row.Id, PersonId = person.PersonId, Wave = row.WavesSent, Nonce = Nonce.New(),
            Starts = asked.Starts, State = HelpOfferState.Open, AskedAt = now,
        };
        db.HelpOffers.Add(offer);

        // Their week begins when they get it: a question may wait until they work.
        helper.LastAskedAt = Instant.Max(now, asked.SendAt);
        await outbox.AddAsync(
            db, person, MessageKind.HelpOffer, offer.Id, dueAt: asked.SendAt, cancellationToken: cancellationToken);
    }

    // Who was asked this question, or has another one open.
    private static async Task<ImmutableHashSet<string>> BusyAsync(ConnectDb db, Guid requestId, CancellationToken cancellationToken) =>
        [.. await db.HelpOffers.Where(offer => offer.RequestId == requestId || offer.State == HelpOfferState.Open)
            .Select(offer => offer.PersonId).ToListAsync(cancellationToken)];
}
