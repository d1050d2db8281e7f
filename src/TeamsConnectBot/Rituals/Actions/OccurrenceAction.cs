using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>
/// Says that one comes, takes that back, takes the turn to host or passes it on, without a reason and whoever else takes part.
/// Everybody sees the card as it then is.
/// </summary>
internal sealed class OccurrenceAction(Database database, PostCards cards, PostBox posts, TimeProvider clock) : SpaceAction
{
    public override IReadOnlyList<string> Verbs { get; } =
        [Cards.Verbs.OccurrenceCome, Cards.Verbs.OccurrenceRemoveName, Cards.Verbs.OccurrenceTakeTurn, Cards.Verbs.OccurrencePassOn];

    public override async Task<SpaceAnswer> HandleAsync(SpaceClick click, CancellationToken cancellationToken) => new(
        await database.WriteAsync(
            async db =>
            {
                if (await db.Occurrences.FindAsync([click.Ref.Id], cancellationToken) is not { } occurrence
                    || !Nonce.Matches(occurrence.Nonce, click.Ref.Nonce)
                    || await db.Rituals.FindAsync([occurrence.RitualId], cancellationToken) is not { } ritual
                    || await db.Spaces.FindAsync([ritual.SpaceId], cancellationToken) is not { } space)
                {
                    return (Card)new StateCard(CardState.Gone);
                }

                if (occurrence.State == OccurrenceState.Announced && occurrence.Time.End > clock.GetCurrentInstant())
                {
                    await ActAsync(db, occurrence, click, cancellationToken);
                    await db.SaveChangesAsync(cancellationToken);
                    await posts.RefreshAsync(db, occurrence.Id, cancellationToken);
                }

                return await cards.OccurrenceAsync(db, occurrence, ritual, cards.ReaderOf(space), cancellationToken);
            },
            cancellationToken));

    private async Task ActAsync(ConnectDb db, Rows.Occurrence occurrence, SpaceClick click, CancellationToken cancellationToken)
    {
        var person = click.Visitor.PersonId;
        var coming = await db.Coming.SingleOrDefaultAsync(row => row.OccurrenceId == occurrence.Id && row.PersonId == person, cancellationToken);
        switch (click.Verb)
        {
            case Cards.Verbs.OccurrenceCome when coming is null:
                db.Coming.Add(new Coming { OccurrenceId = occurrence.Id, PersonId = person, Name = click.Visitor.Name });
                break;
            case Cards.Verbs.OccurrenceRemoveName when coming is not null:
                db.Coming.Remove(coming);
                break;
            case Cards.Verbs.OccurrenceTakeTurn:
                await HostRotation.TakeAsync(db, occurrence, person, click.Visitor.Name, clock.GetCurrentInstant(), cancellationToken);
                break;
            case Cards.Verbs.OccurrencePassOn when occurrence.HostId == person:
                await HostRotation.PassOnAsync(db, occurrence, clock.GetCurrentInstant(), cancellationToken);
                break;
        }
    }
}
