using NodaTime;

namespace TeamsConnectBot.Core.Signals;

/// <summary>A band with what it rests on, so that the person can be told.</summary>
/// <param name="Band">The band.</param>
/// <param name="DaysUsed">Own working days with use.</param>
/// <param name="DaysKnown">Own working days about which anything is known.</param>
/// <param name="ExpiresOn">The first day on which, without new flags, there is no band any more.</param>
public readonly record struct AiUseReading(AiUseBand Band, int DaysUsed, int DaysKnown, LocalDate ExpiresOn);
