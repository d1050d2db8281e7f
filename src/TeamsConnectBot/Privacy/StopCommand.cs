using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Privacy;

/// <summary>Ends participation and every consent at once. Erasing is offered, not assumed.</summary>
internal sealed class StopCommand(Participation participation, HelpOverview overview, TimeProvider clock) : ChatCommand
{
    // Words that can follow the command without changing its meaning.
    private static readonly string[] Fillers =
    [
        "maar", "ermee", "daarmee", "hiermee", "nu", "alsjeblieft", "alstublieft", "aub", "graag", "met meedoen", "please", "now", "it",
        "this", "taking part",
    ];

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        [
            "stop", "stoppen", "uitschrijven", "schrijf me uit", "schrijf mij uit", "afmelden", "meld me af", "meld mij af", "ik stop",
            "ik wil stoppen", "niet meer meedoen", "ik doe niet meer mee", "opzeggen", "uitstappen",
        ],
        ["stop", "leave", "unsubscribe", "quit", "opt out", "sign me out", "sign off", "i quit", "i want to stop", "i want to leave"]);

    public override string? Verb => Cards.Verbs.SayStop;

    public override int HelpPosition => 12;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "niet meer meedoen; geen uitnodigingen, en je agenda en AI-week worden niet meer gelezen",
        "stop taking part; no invitations, and your calendar and AI week are no longer read");

    public override async Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken)
    {
        if (rest.Length > 0 && !Fillers.Contains(rest))
        {
            // 'afmelden voor donderdag' may be meant for one meeting only.
            return overview.DidYouMean(person, Cards.Verbs.SayStop, Cards.Verbs.SayPause);
        }

        // Somebody who stopped before keeps the earlier date; somebody who never joined has none.
        var deletedAt = person.JoinedAt is null
            ? await Retention.DeletedAtAsync(db, person, cancellationToken)
            : clock.GetCurrentInstant() + RetentionPeriods.AfterStopping;
        await participation.EndAsync(db, person, cancellationToken);
        return new StoppedCard(PersonalCards.RefOf(person), deletedAt);
    }
}
