namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>What a clicker reads when the answer takes longer than it may, in their language.</summary>
/// <param name="inLocale">The text for a locale such as <c>nl-NL</c>, which may be missing. It should return at once.</param>
public sealed class WorkingOnIt(Func<string?, string> inLocale)
{
    internal string In(string? locale) => inLocale(locale);

    internal static WorkingOnIt Usual { get; } = new(locale => locale?.StartsWith("nl", StringComparison.OrdinalIgnoreCase) == true
        ? "Komt eraan. Deze kaart wordt zo bijgewerkt."
        : "On its way. This card will be updated in a moment.");
}
