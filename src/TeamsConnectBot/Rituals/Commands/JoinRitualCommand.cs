using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>
/// Joins a ritual, which adds it to the sender's own calendar. Whether that calendar may be read is asked only on cards, not here.
/// </summary>
internal sealed class JoinRitualCommand(RitualFinder finder, RitualCalendars calendars, SpaceMembers members) : OneRitualCommand(finder)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["doe mee", "meedoen"], ["join"]);

    protected override bool IsAboutMeeting => true;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "een ritueel in je agenda zetten",
        en: "put a ritual into your calendar");

    public override async Task<Card> RunAsync(RitualTurn turn, Ritual ritual, CancellationToken cancellationToken)
    {
        if (await members.FindAsync(turn.Space, turn.Sender, cancellationToken) is { } member)
        {
            await calendars.JoinAsync(ritual.Id, member, allowsCalendar: null, cancellationToken);
        }

        return new RitualNoticeCard(RitualNotice.InCalendar, ritual.Plan.Name);
    }
}
