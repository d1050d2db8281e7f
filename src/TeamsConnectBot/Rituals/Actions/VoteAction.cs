using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Votes;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>Casts a vote, which can be changed until the vote closes. The card stays as it is, so that nothing shows who voted.</summary>
internal sealed class VoteAction(Database database, PostCards cards, TimeProvider clock) : RitualAction
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.VoteYes, Cards.Verbs.VoteNo, Cards.Verbs.CharterVote];

    public override Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await db.Proposals.FindAsync([click.Ref.Id], cancellationToken) is not { } proposal
                || !Nonce.Matches(proposal.Nonce, click.Ref.Nonce)
                || await db.Spaces.FindAsync([proposal.SpaceId], cancellationToken) is not { } space)
            {
                return Line(new RitualNoticeCard(RitualNotice.Expired));
            }

            if (proposal.State != ProposalState.Open
                || proposal.ClosesAt <= clock.GetCurrentInstant()
                || ChoiceOf(click, proposal) is not { } choice)
            {
                return Line(new RitualNoticeCard(RitualNotice.VoteClosed));
            }

            await Ballot.CastAsync(db, proposal, click.PersonId, choice, cancellationToken);
            var reader = cards.ReaderOf(space) with { Texts = click.Texts };
            return Line(new RitualNoticeCard(RitualNotice.VoteNoted, Detail: reader.Moments.Moment(proposal.ClosesAt)));
        },
        cancellationToken);

    // The client may send anything: an unknown choice for a charter task counts as no preference, and any other mismatch gives null.
    private static string? ChoiceOf(Click click, Proposal proposal) => (click.Verb, proposal.Kind) switch
    {
        (Cards.Verbs.CharterVote, ProposalKind.Charter) => string.Join(',', click.Texts.Ritual.Charter.Tasks.Select((_, task) =>
            Enum.TryParse<CharterChoice>(click.Input(CharterVoteCard.InputOf(task)), out var choice) && Enum.IsDefined(choice)
                ? $"{choice}"
                : "")),
        (Cards.Verbs.VoteYes, ProposalKind.Change or ProposalKind.Poll) => Ballot.Yes,
        (Cards.Verbs.VoteNo, ProposalKind.Change or ProposalKind.Poll) => Ballot.No,
        _ => null,
    };
}
