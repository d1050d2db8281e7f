using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Goes on here with the rituals of a channel of this team that is gone.</summary>
internal sealed class BringHereCommand(Decisions decisions, Rehousing rehousing) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["haal hierheen"],
        ["en"] = ["bring here"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "hier verdergaan met de rituelen van een kanaal dat weg is",
        ["en"] = "go on here with the rituals of a channel that is gone",
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        // Where nobody owns the team, anybody may: otherwise the rituals would end before a vote does.
        if (await decisions.StandingAsync(turn, Words[turn.Visitor.Texts.Language][0], cancellationToken) is ({ } refusal, _))
        {
            return refusal;
        }

        return await rehousing.BringAsync(turn.Space, cancellationToken) is { Count: > 0 } names
            ? new RitualNoticeCard(RitualNotice.BroughtHere, Detail: string.Join(", ", names))
            : new RitualNoticeCard(RitualNotice.NothingToBring);
    }
}
