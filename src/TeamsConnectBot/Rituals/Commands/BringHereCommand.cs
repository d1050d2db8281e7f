using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Moves the rituals of a lost channel of the same team to this space.</summary>
internal sealed class BringHereCommand(Decisions decisions, Rehousing rehousing) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["haal hierheen"], ["bring here"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "hier verdergaan met de rituelen van een kanaal dat weg is",
        en: "go on here with the rituals of a channel that is gone");

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        // In a team without owners anybody may do this, because the rituals could end before a vote closes.
        if (await decisions.RefusalAsync(turn, NameFor(turn), cancellationToken) is { } refusal)
        {
            return refusal;
        }

        return await rehousing.BringAsync(turn.Space, cancellationToken) is { Count: > 0 } names
            ? new RitualNoticeCard(RitualNotice.BroughtHere, Detail: string.Join(", ", names))
            : new RitualNoticeCard(RitualNotice.NothingToBring);
    }
}
