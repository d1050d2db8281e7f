using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Participants;

/// <summary>Pauses invitations for two weeks, or for as long as the person says. The answer says until when.</summary>
internal sealed class PauseCommand(
    Pauses pauses, YesesOfPaused yeses, PersonalCards cards, HelpOverview overview, TimeProvider clock) : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["pauze", "pauzeer", "pauzeren"], ["pause"]);

    public override string? Verb => Cards.Verbs.SayPause;

    public override int HelpPosition => 7;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "even geen uitnodigingen: ‘pauze 2 weken’, ‘pauze tot 3 januari’",
        "no invitations for a while: ‘pause 2 weeks’, ‘pause until 3 January’");

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<HelpLine>> Examples = new Dictionary<string, IReadOnlyList<HelpLine>>
    {
        ["nl"] = [new("pauze", "twee weken"), new("pauze 10 dagen", "zolang"), new("pauze tot 3 januari", "tot die dag, hooguit een jaar")],
        ["en"] =
            [new("pause", "two weeks"), new("pause 10 days", "that long"), new("pause until 3 January", "until that day, a year at most")],
    };

    public override async Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken)
    {
        if (person.JoinedAt is null)
        {
            return PersonalCards.JoinFirst(person);
        }

        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc;
        var now = clock.GetCurrentInstant();
        if (PauseLength.Read(rest, now.InZone(zone).Date) is not { } back)
        {
            return overview.For(person, Examples);
        }

        // First, because it begins the pause of an invitation's button.
        var tookYesBack = await yeses.TakeBackAsync(db, person.PersonId, cancellationToken);
        await pauses.BeginAsync(db, person, zone.AtStartOfDay(back).ToInstant() - now, cancellationToken);
        return cards.Paused(person, await Pauses.IsToldAsync(db, person, cancellationToken), tookYesBack);
    }
}
