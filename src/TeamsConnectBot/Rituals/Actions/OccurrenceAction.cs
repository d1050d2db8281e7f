using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>Says that one comes, takes that back, or swaps the host. Everybody sees the card as it then is.</summary>
internal sealed class OccurrenceAction(Database database, PostCards cards, PostBox posts, TimeProvider clock) : SpaceAction
{
    private static readonly HashSet<string> Nobody = [];

    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.OccurrenceCome, Cards.Verbs.OccurrenceRemoveName, Cards.Verbs.OccurrenceSwap];

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
                    await ActAsync(db, occurrence, ritual, click, cancellationToken);
                    await db.SaveChangesAsync(cancellationToken);
                    await posts.RefreshAsync(db, occurrence.Id, cancellationToken);
                }

                return await cards.OccurrenceAsync(db, occurrence, ritual, cards.ReaderOf(space), cancellationToken);
            },
            cancellationToken));

    private async Task ActAsync(ConnectDb db, Rows.Occurrence occurrence, Ritual ritual, SpaceClick click, CancellationToken cancellationToken)
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
            case Cards.Verbs.OccurrenceSwap when occurrence.HostId == person:
                // It passes to whose turn it is next.
                await HostRotation.AssignAsync(db, ritual, occurrence, Nobody, clock.GetCurrentInstant(), cancellationToken);
                break;
            case Cards.Verbs.OccurrenceSwap:
                await TakeOverAsync(db, occurrence, ritual, click, cancellationToken);
                break;
        }
    }

    // Whoever hosts takes part, also when they are in no calendar yet; their address comes when they ask for that.
    private async Task TakeOverAsync(ConnectDb db, Rows.Occurrence occurrence, Ritual ritual, SpaceClick click, CancellationToken cancellationToken)
    {
        if (await db.RitualMembers.FindAsync([ritual.Id, click.Visitor.PersonId], cancellationToken) is null)
        {
            db.RitualMembers.Add(new RitualMember { RitualId = ritual.Id, PersonId = click.Visitor.PersonId, Name = click.Visitor.Name });
            await db.SaveChangesAsync(cancellationToken);
        }

        await HostRotation.SetAsync(db, occurrence, click.Visitor.PersonId, clock.GetCurrentInstant(), cancellationToken);
    }
}
