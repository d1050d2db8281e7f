namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>
/// Entra's object ids are GUIDs. The directory, the channel and a sign-in may write the same one in capitals or not, and the one person
/// must not become two.
/// </summary>
public static class EntraIds
{
    /// <summary>The id in the one form it is compared and kept in: lower case, with hyphens. What is no GUID stays as it is.</summary>
    public static string? Normal(string? id) => Guid.TryParse(id, out var guid) ? guid.ToString() : id;
}
