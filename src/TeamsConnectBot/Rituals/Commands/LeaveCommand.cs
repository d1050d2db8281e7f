using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Leaves a ritual, which removes it from the sender's own calendar.</summary>
internal sealed class LeaveCommand(RitualFinder finder, RitualCalendars calendars) : OneRitualCommand(finder)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        nl: ["verlaat", "uit mijn agenda"],
        en: ["leave"]);

    protected override bool IsAboutMeeting => true;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "een ritueel uit je agenda halen; niemand krijgt bericht",
        en: "take a ritual out of your calendar; nobody is told");

    public override async Task<Card> RunAsync(RitualTurn turn, Ritual ritual, CancellationToken cancellationToken)
    {
        await calendars.LeaveAsync(ritual.Id, turn.Sender.PersonId, cancellationToken);
        return new RitualNoticeCard(RitualNotice.OutOfCalendar, ritual.Plan.Name);
    }
}
