using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Votes;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>
/// Shows what the team agreed about using AI (its charter), or opens the vote on it. People type it without <c>ritual</c>.
/// </summary>
internal sealed class AgreementsCommand(Database database, Decisions decisions, TeamVotes votes) : Command<RitualTurn>
{
    private static readonly string[] VoteWords = ["stemmen", "stem", "vote", "opnieuw", "again"];

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        nl: ["afspraken", "ai-afspraken"],
        en: ["agreements", "charter"]);

    /// <summary>The line in the channel's help, where it stands beside the commands about rituals.</summary>
    public static IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "wat jullie over AI afspraken; ‘afspraken stemmen’ laat het team opnieuw kiezen",
        en: "what you agreed on AI; ‘agreements vote’ lets the team choose again");

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        if (!VoteWords.Contains(turn.Text, StringComparer.OrdinalIgnoreCase))
        {
            var charter = await database.ReadAsync(db => TeamVotes.CharterAsync(db, turn.Space, cancellationToken), cancellationToken);
            return charter is null ? new RitualNoticeCard(RitualNotice.NoAgreements) : new CharterCard(charter.Charter);
        }

        // Only owners open the vote; in a space without owners, anybody can.
        var name = turn.Language == "nl" ? "afspraken stemmen" : "agreements vote";
        if (await decisions.RefusalAsync(turn, name, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var opened = await database.WriteAsync(db => votes.OpenCharterAsync(db, turn.Space, cancellationToken), cancellationToken);
        return new RitualNoticeCard(opened ? RitualNotice.VoteOpened : RitualNotice.VoteRunning);
    }
}
