using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Texts;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>In which zone times typed here are meant. At first it is that of whoever spoke here first.</summary>
internal sealed class ZoneCommand(Decisions decisions, DraftDesk drafts, SpaceBook spaces) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["tijdzone"],
        ["en"] = ["timezone", "time zone", "zone"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "in welke tijdzone tijden hier gelden: ‘ritueel tijdzone Londen’",
        ["en"] = "the time zone of times here: ‘ritual timezone London’",
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Text.Trim().Length == 0)
        {
            return Card(turn, turn.Space);
        }

        if (await decisions.StandingAsync(turn, Words[turn.Visitor.Texts.Language][0], cancellationToken) is ({ } refusal, _))
        {
            return refusal;
        }

        return ZoneNames.Find(turn.Text) switch
        {
            [var only] => Card(turn, await spaces.SetAsync(turn.Space, space => space.Zone = only, cancellationToken)),
            { Count: > 1 and <= RitualQuestion.MostOptions } some => await drafts.AskAsync(
                turn, turn.Visitor.Texts.Ritual.Question.WhichZone, [.. some.Select(id => new DraftOption(ZoneCities.Of(id, Languages.OfCode(turn.Visitor.Texts.Language)), Command: $"ritual zone {id}"))], cancellationToken),
            _ => new RitualNoticeCard(RitualNotice.NotUnderstood, Detail: Help[turn.Visitor.Texts.Language]),
        };
    }

    private RitualNoticeCard Card(RitualTurn turn, Space space)
    {
        var now = drafts.ReaderOf(space, turn.Visitor).Now.InZone(space.TimeZone);
        return new RitualNoticeCard(
            RitualNotice.ZoneIs, ZoneCities.Of(space.Zone, Languages.OfCode(turn.Visitor.Texts.Language)), RitualEcho.Clock(now.TimeOfDay));
    }
}
