using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>
/// Makes the sender host of the next occurrence, or asks the team who will host when a colleague is mentioned. Nobody can appoint somebody
/// else.
/// </summary>
internal sealed class HostCommand(RitualFinder finder, DraftBook drafts, HostTurns hosts) : OneRitualCommand(finder)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        nl: ["ontvang", "gastheer", "host"],
        en: ["host"]);

    protected override bool IsAboutMeeting => true;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "de komende keer ontvangen; met een @collega erbij vraagt het wie wil",
        en: "host the next time; with a @colleague it asks who would like to");

    public override async Task<Card> RunAsync(RitualTurn turn, Ritual ritual, CancellationToken cancellationToken)
    {
        var reader = drafts.ReaderOf(turn);
        return turn.Sender.Mentioned.Count > 0 && hosts.NextOf(ritual) is { } next
            ? new RitualHostCard(PostCards.RefOf(ritual), ritual.Plan.Name, reader.Moments.Long(next.Interval))
            : await hosts.TakeAsync(ritual, turn.Sender, reader, cancellationToken);
    }
}
