namespace TeamsConnectBot.Core.Insights;

/// <summary>
/// A count without names that a round made while it ran, such as how many calendars could not be read. It is made once only, so nobody
/// can compare it before and after somebody joined or left.
/// </summary>
/// <param name="People">How many people the round was about.</param>
/// <param name="Counted">How many of them count: 0 … <paramref name="People"/>.</param>
public readonly record struct RoundCount(int People, int Counted);
