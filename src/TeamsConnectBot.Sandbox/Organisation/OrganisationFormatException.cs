namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>An organisation's file can't be read; the message is meant for the person who wrote the file.</summary>
internal sealed class OrganisationFormatException(string message) : Exception(message);
