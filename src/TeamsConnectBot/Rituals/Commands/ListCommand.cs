using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Lists the rituals of a space.</summary>
internal sealed class ListCommand(RitualFinder finder, DraftBook drafts, RitualEcho echo) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["lijst", "overzicht"], ["list"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage("de rituelen hier", "the rituals here");

    public override Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken) => CardAsync(turn, [], cancellationToken);

    /// <summary>The list of rituals, with lines of help below it.</summary>
    public async Task<Card> CardAsync(RitualTurn turn, IReadOnlyList<HelpLine> help, CancellationToken cancellationToken)
    {
        var reader = drafts.ReaderOf(turn);
        var rituals = await finder.LiveAsync(turn.Space, cancellationToken);
        return new RitualListCard(
            await drafts.OpenAsync(turn, cancellationToken),
            [.. rituals.Select(ritual => new RitualLine(ritual.Plan.Name, echo.Of(ritual.Plan, reader)))],
            help);
    }
}
