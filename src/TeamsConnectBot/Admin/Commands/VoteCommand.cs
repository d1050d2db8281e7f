using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.FirstUse;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>The command for the participants' secret vote on using the bot, where there is no works council.</summary>
internal sealed class VoteCommand(SecretVote vote, FirstUseDecision firstUse) : ChatCommand
{
    private static readonly string[] Yes = ["ja", "yes"];
    private static readonly string[] No = ["nee", "no"];

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["stem"], ["vote"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "geheim stemmen over het gebruik van deze app, als er een stemming is: ‘stem ja’",
        "vote in secret on using this app, when there is a vote: ‘vote yes’");

    public override bool IsForEverybody => firstUse.IsByVote;

    public override async Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken)
    {
        var texts = Texts.For(person.Language).Office.Vote;
        if (!Yes.Contains(rest) && !No.Contains(rest))
        {
            return AdminCards.Lines(texts.Heading, texts.How);
        }

        return AdminCards.Lines(texts.Heading, await vote.CastAsync(db, person, null, Yes.Contains(rest), cancellationToken) switch
        {
            BallotOutcome.Counted => texts.Counted,
            BallotOutcome.VotedBefore => texts.VotedBefore,
            BallotOutcome.NotTakingPart => texts.NotTakingPart,
            BallotOutcome.JoinedLater => texts.JoinedLater,
            _ => texts.NoVote,
        });
    }
}
