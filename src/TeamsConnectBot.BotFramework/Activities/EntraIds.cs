namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>
/// Normalizes Entra's object ids, which are GUIDs. The directory, the channel and a sign-in may write the same id in different case;
/// compared as text, one person would look like two.
/// </summary>
public static class EntraIds
{
    /// <summary>
    /// The id in the form in which it is compared and stored: lower case, with hyphens. Anything but a GUID stays as it is.
    /// </summary>
    public static string? Normalize(string? id) => Guid.TryParse(id, out var guid) ? guid.ToString() : id;
}
