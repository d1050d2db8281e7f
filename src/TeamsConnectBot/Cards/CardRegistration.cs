using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

internal static class CardRegistration
{
    /// <summary>Reads every language now, so that a broken language file stops the start and not a message.</summary>
    public static IServiceCollection AddCards(this IServiceCollection services) => services.AddSingleton(Texts.All);
}
