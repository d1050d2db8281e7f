using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Engine;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Says who hosts the next time.</summary>
internal sealed class HostCommand(RitualFinder finder, DraftDesk drafts, HostTurns hosts) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["ontvang", "gastheer", "host"],
        ["en"] = ["host"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "de komende keer ontvangen, of iemand vragen: ‘ritueel ontvang vrijdagkoffie @Sam’",
        ["en"] = "host the next time, or ask somebody: ‘ritual host coffee @Sam’",
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (ritual, _, answer) = await finder.FindAsync(turn, "host", cancellationToken);
        if (ritual is null)
        {
            return answer!;
        }

        var host = turn.Visitor.Mentioned is [{ Id: { } id }, ..] ? id : turn.Visitor.PersonId;
        return await hosts.SetAsync(ritual, turn.Space, host, cancellationToken) is var (name, time)
            ? new RitualNoticeCard(RitualNotice.HostIs, name, drafts.ReaderOf(turn.Space, turn.Visitor).Moments.Long(time))
            : new RitualNoticeCard(RitualNotice.NothingLeft, ritual.Plan.Name);
    }
}
