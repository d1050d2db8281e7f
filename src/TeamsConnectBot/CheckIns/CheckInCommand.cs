using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.CheckIns;

/// <summary>Three questions about belonging, for whoever wants to answer them; the bot never asks on its own initiative.</summary>
internal sealed class CheckInCommand(CheckInBook book) : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["check-in", "drie vragen"], ["check in", "three questions"]);

    public override string? Verb => Cards.Verbs.SayCheckIn;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "drie vragen over erbij horen, een keer per maand; geteld zonder je naam",
        "three questions about belonging, once a month; counted without your name");

    public override async Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken)
    {
        if (person.JoinedAt is null)
        {
            return PersonalCards.JoinFirst(person);
        }

        return await book.RefusalAsync(db, person, cancellationToken) ?? new CheckInCard(PersonalCards.RefOf(person));
    }
}
