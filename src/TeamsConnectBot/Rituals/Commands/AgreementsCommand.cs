using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Votes;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>What the team agreed on AI, for anyone to read; and the vote that makes it. It is typed without <c>ritueel</c>.</summary>
internal sealed class AgreementsCommand(Database database, Decisions decisions, TeamVotes votes)
{
    public static readonly string[] Prefixes = ["afspraken", "ai-afspraken", "agreements", "charter"];

    private static readonly string[] VoteWords = ["stemmen", "stem", "vote", "opnieuw", "again"];

    public async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        if (!VoteWords.Contains(turn.Text.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            var charter = await database.ReadAsync(db => TeamVotes.CharterAsync(db, turn.Space, cancellationToken), cancellationToken);
            return charter is null ? new RitualNoticeCard(RitualNotice.NoAgreements) : new CharterCard(charter.Charter);
        }

        // Owners ask the team; where there are none, anybody does.
        if (await decisions.StandingAsync(turn, turn.Visitor.Texts.Language == "nl" ? "afspraken stemmen" : "agreements vote", cancellationToken) is ({ } refusal, _))
        {
            return refusal;
        }

        var opened = await database.WriteAsync(db => votes.OpenCharterAsync(db, turn.Space, cancellationToken), cancellationToken);
        return new RitualNoticeCard(opened ? RitualNotice.VoteOpened : RitualNotice.VoteRunning);
    }
}
