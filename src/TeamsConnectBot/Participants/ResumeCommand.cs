using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Participants;

/// <summary>Ends a pause.</summary>
internal sealed class ResumeCommand(PersonalCards cards, Pauses pauses, HelpOverview overview) : ChatCommand
{
    // Words that can follow the command without changing its meaning.
    private static readonly string[] Fillers =
        ["graag", "alsjeblieft", "alstublieft", "aub", "nu", "weer", "met meedoen", "please", "now", "again", "taking part"];

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["verder", "hervat", "hervatten", "weer meedoen"], ["resume", "continue"]);

    public override string? Verb => Cards.Verbs.Resume;

    public override int HelpPosition => 8;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage("je pauze beëindigen", "end your pause");

    public override async Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken)
    {
        if (rest.Length > 0 && !Fillers.Contains(rest))
        {
            // 'verder geen uitnodigingen graag' asks for the opposite.
            return overview.DidYouMean(person, Cards.Verbs.Resume, Cards.Verbs.SayPause);
        }

        await pauses.EndAsync(db, person, cancellationToken);
        return person.JoinedAt is null ? PersonalCards.JoinFirst(person) : cards.Welcome(person);
    }
}
