using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

internal static class CardRegistration
{
    /// <summary>Loads every language now, so that a broken language file stops the service at start, not when a message is sent.</summary>
    public static IServiceCollection AddCards(this IServiceCollection services) => services.AddSingleton(Texts.All);
}
