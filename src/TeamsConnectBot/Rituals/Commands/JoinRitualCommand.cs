using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Takes part in a ritual, which puts it into one's own calendar. Whether the calendar counts is asked on its card.</summary>
internal sealed class JoinRitualCommand(RitualFinder finder, RitualCalendars calendars, SpaceMembers members) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["doe mee", "meedoen"],
        ["en"] = ["join"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "een ritueel in je agenda zetten",
        ["en"] = "put a ritual into your calendar",
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (ritual, _, answer) = await finder.FindAsync(turn, "join", cancellationToken);
        if (ritual is null)
        {
            return answer!;
        }

        if (await members.FindAsync(turn.Space, turn.Visitor, cancellationToken) is { } member)
        {
            await calendars.JoinAsync(ritual.Id, member, allowsCalendar: null, cancellationToken);
        }

        return new RitualNoticeCard(RitualNotice.InCalendar, ritual.Plan.Name);
    }
}
