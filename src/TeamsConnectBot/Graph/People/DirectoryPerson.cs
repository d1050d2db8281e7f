namespace TeamsConnectBot.Graph.People;

/// <summary>What the bot reads of a person in the directory, and nothing more.</summary>
/// <param name="Id">The Entra object id; Teams calls it aadObjectId.</param>
/// <param name="DisplayName">The name colleagues know, as the directory has it; escape it before it goes on a card.</param>
/// <param name="Mail">The primary address, or null without one.</param>
/// <param name="UserPrincipalName">The sign-in name; the usage report's key.</param>
/// <param name="Department">As the directory has it, or null.</param>
/// <param name="Office">The office location as the directory has it, or null.</param>
/// <param name="ManagerId">The manager's object id; null means that the directory names none, never that it could not be read.</param>
/// <param name="Enabled">Whether the account may sign in; an account whose state is missing counts as disabled.</param>
internal sealed record DirectoryPerson(
    string Id, string DisplayName, string? Mail, string UserPrincipalName, string? Department, string? Office, string? ManagerId,
    bool Enabled)
{
    /// <summary>When they joined the organisation; null when the directory does not say, or no rule in force needs it.</summary>
    public NodaTime.LocalDate? HiredOn { get; init; }
}
