using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.FirstUse;

/// <summary>The participants' vote on using the bot, by one click.</summary>
internal sealed class UseVoteAction(Database database, SecretVote vote, UseVoteMessages votes) : CardActionHandler
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.UseVoteYes, Cards.Verbs.UseVoteNo];

    public override Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken) => database.WriteAsync<ClickAnswer>(
        async db =>
        {
            if (await db.Participants.FindAsync([click.PersonId], cancellationToken) is not { } person)
            {
                return Gone;
            }

            if (!Nonce.Matches(person.Nonce, click.Ref.Nonce))
            {
                return NotYours;
            }

            // A card of an earlier vote answers with its outcome and counts nowhere.
            if (await vote.CastAsync(db, person, click.Ref.Id, click.Verb == Cards.Verbs.UseVoteYes, cancellationToken) == BallotOutcome.NotTakingPart)
            {
                return new StateCard(CardState.NotTakingPart);
            }

            await db.SaveChangesAsync(cancellationToken);
            return await votes.CardAsync(db, click.Ref.Id, person, cancellationToken) ?? Gone;
        },
        cancellationToken);
}
