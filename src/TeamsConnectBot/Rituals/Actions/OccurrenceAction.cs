using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>
/// Puts the sender's name on an occurrence or takes it off, takes the turn to host or passes it on. Nobody is asked for a reason, and
/// everybody sees the changed card.
/// </summary>
internal sealed class OccurrenceAction(Database database, PostCards cards, TimeProvider clock) : RitualAction
{
    public override IReadOnlyList<string> Verbs { get; } =
        [Cards.Verbs.OccurrenceCome, Cards.Verbs.OccurrenceRemoveName, Cards.Verbs.OccurrenceTakeTurn, Cards.Verbs.OccurrencePassOn];

    public override Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken) => database.WriteAsync<ClickAnswer>(
        async db =>
        {
            if (await db.Occurrences.FindAsync([click.Ref.Id], cancellationToken) is not { } occurrence
                || !Nonce.Matches(occurrence.Nonce, click.Ref.Nonce)
                || await db.FindRitualAsync(occurrence.RitualId, cancellationToken) is not ({ Plan.IsPost: false } ritual, { } space))
            {
                return Gone;
            }

            if (occurrence.State == OccurrenceState.Announced && occurrence.Time.End > clock.GetCurrentInstant())
            {
                await ActAsync(db, occurrence, click, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await StaleCards.MarkAsync(db, occurrence.Id, cancellationToken);
            }

            return await cards.OccurrenceAsync(db, occurrence, ritual, cards.ReaderOf(space), cancellationToken);
        },
        cancellationToken);

    private async Task ActAsync(ConnectDb db, Occurrence occurrence, Click click, CancellationToken cancellationToken)
    {
        var coming = await db.Coming.SingleOrDefaultAsync(
            row => row.OccurrenceId == occurrence.Id && row.PersonId == click.PersonId, cancellationToken);
        switch (click.Verb)
        {
            case Cards.Verbs.OccurrenceCome when coming is null:
                db.Coming.Add(new Coming { OccurrenceId = occurrence.Id, PersonId = click.PersonId, Name = click.Sender.Name });
                break;
            case Cards.Verbs.OccurrenceRemoveName when coming is not null:
                db.Coming.Remove(coming);
                break;
            case Cards.Verbs.OccurrenceTakeTurn:
                await HostRotation.TakeAsync(db, occurrence, click.Sender, clock.GetCurrentInstant(), cancellationToken);
                break;
            case Cards.Verbs.OccurrencePassOn when occurrence.HostId == click.PersonId:
                await HostRotation.PassOnAsync(db, occurrence, clock.GetCurrentInstant(), cancellationToken);
                break;
        }
    }
}
