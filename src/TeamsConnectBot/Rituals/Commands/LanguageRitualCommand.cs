using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Sets the language of posts in a space. At first it is the language of whoever added the bot or first used it there.</summary>
internal sealed class LanguageRitualCommand(Decisions decisions, SpaceBook spaces) : RitualCommand
{
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["nl"] = ["Nederlands", "Dutch", "nl"],
        ["en"] = ["Engels", "English", "en"],
    };

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["taal"], ["language"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "in welke taal ik hier schrijf: ‘ritueel taal Engels’",
        en: "the language I write here: ‘ritual language Dutch’");

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Text.Length == 0)
        {
            return Card(turn, Texts.For(turn.Space.Language).Language);
        }

        if (await decisions.RefusalAsync(turn, NameFor(turn), cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (Names.FirstOrDefault(language => language.Value.Contains(turn.Text, StringComparer.OrdinalIgnoreCase)).Key is not { } code)
        {
            return NotUnderstood(turn);
        }

        await spaces.SetAsync(turn.Space, space => space.Language = code, cancellationToken);
        return Card(turn, code);
    }

    private static RitualNoticeCard Card(RitualTurn turn, string code) =>
        new(RitualNotice.LanguageIs, Names[code][turn.Language == "nl" ? 0 : 1]);
}
