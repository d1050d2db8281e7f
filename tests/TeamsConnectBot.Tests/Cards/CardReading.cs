using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Tests.Cards;

/// <summary>What a card says, and what can be filled in on it.</summary>
internal static class CardReading
{
    public static string Text(Card card, string language) => card.Build(Samples.Reader(language)).ToJson();

    public static T Input<T>(Card card, string id) where T : InputElement =>
        card.Build(Samples.Reader("nl")).Body.OfType<T>().Single(input => input.Id == id);
}
