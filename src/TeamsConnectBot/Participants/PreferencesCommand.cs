using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Participants;

/// <summary>Shows someone's preferences so that they can change them, or how to join if they have not joined.</summary>
internal sealed class PreferencesCommand(PersonalCards cards) : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["voorkeuren", "instellingen"], ["preferences", "settings"]);

    public override string? Verb => Cards.Verbs.OpenPreferences;

    public override int HelpPosition => 3;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "je dagen, uren, talen, waarvoor en hoe vaak, en wat gelezen mag worden",
        "your days, hours, languages, what for and how often, and what may be read");

    public override async Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        person.JoinedAt is null ? PersonalCards.JoinFirst(person) : await cards.PreferencesAsync(db, person, cancellationToken);
}
