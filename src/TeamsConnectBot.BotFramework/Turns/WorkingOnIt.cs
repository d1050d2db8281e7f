namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>The interim answer to a click whose handling takes too long, in the reader's language.</summary>
/// <param name="inLocale">Gives the text for a locale such as <c>nl-NL</c>, or null if it is unknown. It must return at once.</param>
public sealed class WorkingOnIt(Func<string?, string> inLocale)
{
    internal static WorkingOnIt Default { get; } = new(locale => locale?.StartsWith("nl", StringComparison.OrdinalIgnoreCase) == true
        ? "Komt eraan. Deze kaart wordt zo bijgewerkt."
        : "On its way. This card will be updated in a moment.");

    internal string In(string? locale) => inLocale(locale);
}
