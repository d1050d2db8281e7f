namespace TeamsConnectBot.Admin.SignIn;

/// <summary>One key of the ring that guards sessions and forms; it replaces itself every 90 days.</summary>
internal sealed class SessionKey
{
    public required Guid Id { get; init; }

    public required string Xml { get; init; }
}
