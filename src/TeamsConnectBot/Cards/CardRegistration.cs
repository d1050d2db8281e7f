using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

internal static class CardRegistration
{
    /// <summary>Loads every language now, so that a broken language file fails the start instead of a message.</summary>
    public static IServiceCollection AddCards(this IServiceCollection services) => services.AddSingleton(Texts.All);
}
