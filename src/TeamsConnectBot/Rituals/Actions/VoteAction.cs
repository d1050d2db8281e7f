using TeamsConnectBot.Data;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Votes;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>Takes a vote, which can be changed until it closes. The card stays as it is for everybody: nothing shows that somebody voted.</summary>
internal sealed class VoteAction(Database database, PostCards cards, TimeProvider clock) : SpaceAction
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.VoteYes, Cards.Verbs.VoteNo, Cards.Verbs.CharterVote];

    public override async Task<SpaceAnswer> HandleAsync(SpaceClick click, CancellationToken cancellationToken) => new(
        await database.WriteAsync(
            async db =>
            {
                if (await db.Proposals.FindAsync([click.Ref.Id], cancellationToken) is not { } proposal
                    || !Nonce.Matches(proposal.Nonce, click.Ref.Nonce)
                    || await db.Spaces.FindAsync([proposal.SpaceId], cancellationToken) is not { } space)
                {
                    return new RitualNoticeCard(RitualNotice.Expired);
                }

                if (proposal.State != ProposalState.Open || proposal.ClosesAt <= clock.GetCurrentInstant() || ChoiceOf(click, proposal) is not { } choice)
                {
                    return new RitualNoticeCard(RitualNotice.VoteClosed);
                }

                await Ballot.CastAsync(db, proposal, click.Visitor.PersonId, choice, cancellationToken);
                var reader = cards.ReaderOf(space) with { Texts = click.Visitor.Texts };
                return new RitualNoticeCard(RitualNotice.VoteNoted, Detail: reader.Moments.Moment(proposal.ClosesAt));
            },
            cancellationToken),
        KeepsCard: true);

    // Only what the card offers; anything else is no preference.
    private static string? ChoiceOf(SpaceClick click, Proposal proposal) => (click.Verb, proposal.Kind) switch
    {
        (Cards.Verbs.CharterVote, ProposalKind.Charter) => string.Join(',', click.Visitor.Texts.Ritual.Charter.Tasks.Select((_, task) =>
            Enum.TryParse<CharterChoice>(click.Input(CharterVoteCard.InputOf(task)), out var choice) && Enum.IsDefined(choice) ? choice.ToString() : "")),
        (Cards.Verbs.VoteYes, ProposalKind.Change or ProposalKind.Poll) => Ballot.Yes,
        (Cards.Verbs.VoteNo, ProposalKind.Change or ProposalKind.Poll) => Ballot.No,
        _ => null,
    };
}
