namespace TeamsConnectBot.Core.Availability;

/// <summary>A time zone can't be understood, so nothing may be assumed about when its owner is free.</summary>
public sealed class UnknownTimeZoneException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was given and why it isn't understood.</param>
    public UnknownTimeZoneException(string message)
        : base(message)
    {
    }
}
