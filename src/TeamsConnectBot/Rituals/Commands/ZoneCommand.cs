using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Texts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>
/// Sets the time zone of a space. At first it is the zone of whoever added the bot or first used it there, or else the default pool's.
/// </summary>
internal sealed class ZoneCommand(Decisions decisions, DraftBook drafts, SpaceBook spaces) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        nl: ["tijdzone"],
        en: ["timezone", "time zone", "zone"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "in welke tijdzone tijden hier gelden: ‘ritueel tijdzone Londen’",
        en: "the time zone of times here: ‘ritual timezone London’");

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Text.Length == 0)
        {
            return Card(turn, turn.Space);
        }

        if (await decisions.RefusalAsync(turn, NameFor(turn), cancellationToken) is { } refusal)
        {
            return refusal;
        }

        return ZoneNames.Find(turn.Text) switch
        {
            [var only] => Card(turn, await spaces.SetAsync(turn.Space, space => space.Zone = only, cancellationToken)),
            { Count: > 1 and <= DraftBook.MostOptions } some => await drafts.AskAsync(
                turn,
                turn.Sender.Texts.Ritual.Question.WhichZone,
                [.. some.Select(id => new DraftOption(CityOf(turn, id), Command: $"ritual zone {id}"))],
                cancellationToken),
            _ => NotUnderstood(turn),
        };
    }

    private RitualNoticeCard Card(RitualTurn turn, Space space)
    {
        var now = drafts.ReaderOf(space, turn.Sender).Now.InZone(space.TimeZone);
        return new RitualNoticeCard(RitualNotice.ZoneIs, CityOf(turn, space.Zone), RitualEcho.Clock(now.TimeOfDay));
    }

    private static string CityOf(RitualTurn turn, string zone) => ZoneCities.Of(zone, Languages.OfCode(turn.Language));
}
