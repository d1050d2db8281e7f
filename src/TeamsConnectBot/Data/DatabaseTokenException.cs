namespace TeamsConnectBot.Data;

/// <summary>Entra gave no token to sign in to the database with.</summary>
internal sealed class DatabaseTokenException(string message, Exception cause) : Exception(message, cause);
