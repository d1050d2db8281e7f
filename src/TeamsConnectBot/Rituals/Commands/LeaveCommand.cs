using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Takes a ritual out of one's own calendar.</summary>
internal sealed class LeaveCommand(RitualFinder finder, RitualCalendars calendars) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["verlaat", "uit mijn agenda"],
        ["en"] = ["leave"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "een ritueel uit je agenda halen; niemand krijgt bericht",
        ["en"] = "take a ritual out of your calendar; nobody is told",
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (ritual, _, answer) = await finder.FindAsync(turn, "leave", cancellationToken);
        if (ritual is null)
        {
            return answer!;
        }

        await calendars.LeaveAsync(ritual.Id, turn.Visitor.PersonId, cancellationToken);
        return new RitualNoticeCard(RitualNotice.OutOfCalendar, ritual.Plan.Name);
    }
}
