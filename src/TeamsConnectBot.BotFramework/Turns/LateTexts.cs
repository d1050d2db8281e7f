namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>What a person reads when the handling of their click takes longer than the channel waits, in their language.</summary>
/// <remarks>Each function gives the text for a locale such as <c>nl-NL</c>, or null if it is unknown. It must return at once.</remarks>
/// <param name="workingIn">The interim answer.</param>
/// <param name="failedIn">The message that follows it, as plain text, when the handling failed.</param>
public sealed class LateTexts(Func<string?, string> workingIn, Func<string?, string> failedIn)
{
    internal static LateTexts Default { get; } = new(
        locale => IsDutch(locale) ? "Komt eraan. Deze kaart wordt zo bijgewerkt." : "On its way. This card will be updated in a moment.",
        locale => IsDutch(locale)
            ? "Er ging iets mis. Probeer het over een minuut nog eens."
            : "Something went wrong. Please try again in a minute.");

    internal string WorkingIn(string? locale) => workingIn(locale);

    internal string FailedIn(string? locale) => failedIn(locale);

    private static bool IsDutch(string? locale) => locale?.StartsWith("nl", StringComparison.OrdinalIgnoreCase) == true;
}
