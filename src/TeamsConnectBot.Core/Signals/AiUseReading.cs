namespace TeamsConnectBot.Core.Signals;

/// <summary>A band with the facts it is based on, so that it can be explained to the person.</summary>
/// <param name="Band">The band.</param>
/// <param name="DaysUsed">Own working days on which AI was used.</param>
/// <param name="DaysKnown">Own working days about which anything is known.</param>
/// <param name="ExpiresOn">The first day on which, without new flags, there is no band.</param>
public readonly record struct AiUseReading(AiUseBand Band, int DaysUsed, int DaysKnown, LocalDate ExpiresOn);
