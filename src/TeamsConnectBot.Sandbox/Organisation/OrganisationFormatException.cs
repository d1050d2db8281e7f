namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>An organisation's file can't be read; the message is for the person who wrote it.</summary>
internal sealed class OrganisationFormatException(string message) : Exception(message);
