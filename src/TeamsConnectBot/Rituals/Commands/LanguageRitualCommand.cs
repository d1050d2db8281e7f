using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>In which language announcements and votes are written here. At first it is that of whoever spoke here first.</summary>
internal sealed class LanguageRitualCommand(Decisions decisions, SpaceBook spaces) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["taal"],
        ["en"] = ["language"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "in welke taal ik hier schrijf: ‘ritueel taal Engels’",
        ["en"] = "the language I write here: ‘ritual language Dutch’",
    };

    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["nl"] = ["Nederlands", "Dutch", "nl"],
        ["en"] = ["Engels", "English", "en"],
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (dutch, wanted) = (turn.Visitor.Texts.Language == "nl", turn.Text.Trim());
        if (wanted.Length == 0)
        {
            return Card(turn.Space.Language, dutch);
        }

        if (await decisions.StandingAsync(turn, Words[turn.Visitor.Texts.Language][0], cancellationToken) is ({ } refusal, _))
        {
            return refusal;
        }

        if (Names.FirstOrDefault(language => language.Value.Contains(wanted, StringComparer.OrdinalIgnoreCase)).Key is not { } code)
        {
            return new RitualNoticeCard(RitualNotice.NotUnderstood, Detail: Help[turn.Visitor.Texts.Language]);
        }

        await spaces.SetAsync(turn.Space, space => space.Language = code, cancellationToken);
        return Card(code, dutch);
    }

    private static RitualNoticeCard Card(string code, bool dutch) => new(RitualNotice.LanguageIs, Names[code][dutch ? 0 : 1]);
}
