using TeamsConnectBot.Cards;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.FirstUse;

/// <summary>Casts a vote on using the bot, from the buttons on its card.</summary>
internal sealed class UseVoteAction(Database database, SecretVote vote, UseVoteMessages votes) : CardActionHandler
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.UseVoteYes, Cards.Verbs.UseVoteNo];

    public override Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken) =>
        database.WriteAsync<ClickAnswer>(async db =>
    {
        if (await db.Participants.FindAsync([click.PersonId], cancellationToken) is not { } person)
        {
            return Gone;
        }

        if (!Nonce.Matches(person.Nonce, click.Ref.Nonce))
        {
            return NotYours;
        }

        // A click on the card of an earlier vote shows that vote's outcome and is not counted.
        var isYes = click.Verb == Cards.Verbs.UseVoteYes;
        if (await vote.CastAsync(db, person, click.Ref.Id, isYes, cancellationToken) == BallotOutcome.NotTakingPart)
        {
            return new StateCard(CardState.NotTakingPart);
        }

        await db.SaveChangesAsync(cancellationToken);
        return await votes.CardAsync(db, click.Ref.Id, person, cancellationToken) ?? Gone;
    }, cancellationToken);
}
