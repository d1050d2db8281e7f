using NodaTime;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Posts;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Hosts the next time oneself, or asks who will. Nobody is made host by another, nor is it told who takes part.</summary>
internal sealed class HostCommand(RitualFinder finder, DraftDesk drafts, HostTurns hosts) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["ontvang", "gastheer", "host"],
        ["en"] = ["host"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "de komende keer ontvangen; met een @collega erbij vraagt het wie wil",
        ["en"] = "host the next time; with a @colleague it asks who would like to",
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (ritual, _, answer) = await finder.FindAsync(turn, "host", cancellationToken);
        if (ritual is null)
        {
            return answer!;
        }

        var moments = drafts.ReaderOf(turn.Space, turn.Visitor).Moments;
        if (turn.Visitor.Mentioned.Count > 0 && hosts.NextOf(ritual) is { } next)
        {
            return new RitualHostCard(PostCards.RefOf(ritual), ritual.Plan.Name, moments.Long(new Interval(next.Start, next.End)));
        }

        return await hosts.TakeAsync(ritual, turn.Visitor, cancellationToken) is { } time
            ? new RitualNoticeCard(RitualNotice.HostIs, ritual.Plan.Name, moments.Long(time))
            : new RitualNoticeCard(RitualNotice.NothingLeft, ritual.Plan.Name);
    }
}
