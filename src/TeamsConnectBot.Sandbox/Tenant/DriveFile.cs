namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>A file in a person's OneDrive.</summary>
/// <param name="Content">Empty until it was uploaded.</param>
internal sealed record DriveFile(Guid Id, Person Owner, string Name, byte[] Content);
