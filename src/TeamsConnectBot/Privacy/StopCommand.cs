using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Privacy;

/// <summary>Ends taking part and every consent at once. Erasing is offered, not assumed.</summary>
internal sealed class StopCommand(Participation participation, TimeProvider clock) : ChatCommand
{
    private static readonly string[] GoesWithIt =
        ["maar", "ermee", "daarmee", "hiermee", "nu", "alsjeblieft", "alstublieft", "aub", "graag", "met meedoen", "please", "now", "it", "this", "taking part"];

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] =
        [
            "stop", "stoppen", "uitschrijven", "schrijf me uit", "schrijf mij uit", "afmelden", "meld me af", "meld mij af", "ik stop",
            "ik wil stoppen", "niet meer meedoen", "ik doe niet meer mee", "opzeggen", "uitstappen",
        ],
        ["en"] =
        [
            "stop", "leave", "unsubscribe", "quit", "opt out", "sign me out", "sign off", "i quit", "i want to stop", "i want to leave",
        ],
    };

    public override string? Verb => Cards.Verbs.SayStop;

    public override int HelpPosition => 12;

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "niet meer meedoen; geen uitnodigingen, en je agenda en AI-week worden niet meer gelezen",
        ["en"] = "take part no longer; no invitations, and your calendar and AI week are not read any more",
    };

    public override async Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken)
    {
        if (rest.Length > 0 && !GoesWithIt.Contains(rest))
        {
            // 'afmelden voor donderdag' may be about one meeting.
            return new DidYouMeanCard(PersonalCards.RefOf(person), [new Meant(Words[person.Language][0], Cards.Verbs.SayStop), new Meant(person.Language == "nl" ? "pauze" : "pause", Cards.Verbs.SayPause)]);
        }

        // Of somebody who never joined nothing is kept for a while after.
        var goesAt = person.JoinedAt is null
            ? await Retention.GoesAtAsync(db, person, cancellationToken)
            : clock.GetCurrentInstant() + KeepingTimes.AfterStopping;
        await participation.EndAsync(db, person, cancellationToken);
        return new StoppedCard(PersonalCards.RefOf(person), goesAt);
    }
}
