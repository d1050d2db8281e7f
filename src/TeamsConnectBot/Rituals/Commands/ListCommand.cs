using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>What there is, and what can be typed.</summary>
internal sealed class ListCommand(RitualFinder finder, DraftDesk drafts, RitualEcho echo, IServiceProvider services) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["lijst", "overzicht"],
        ["en"] = ["list"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "de rituelen hier",
        ["en"] = "the rituals here",
    };

    public override Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken) => CardAsync(turn, [], cancellationToken);

    /// <summary>The list, with everything that can be typed.</summary>
    public Task<Card> OverviewAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var language = turn.Visitor.Texts.Language;
        var prefix = language == "nl" ? "ritueel" : "ritual";
        var lines = services.GetServices<RitualCommand>().Select(command => new HelpLine($"{prefix} {command.Words[language][0]}", command.Help[language]));
        return CardAsync(turn, [.. lines], cancellationToken);
    }

    private async Task<Card> CardAsync(RitualTurn turn, IReadOnlyList<HelpLine> commands, CancellationToken cancellationToken)
    {
        var reader = drafts.ReaderOf(turn.Space, turn.Visitor);
        var rituals = await finder.LiveAsync(turn.Space, cancellationToken);
        return new RitualListCard(
            await drafts.OpenAsync(turn.Space, turn.Visitor, cancellationToken), [.. rituals.Select(ritual => new RitualLine(ritual.Plan.Name, echo.Of(ritual.Plan, reader)))], commands);
    }
}
