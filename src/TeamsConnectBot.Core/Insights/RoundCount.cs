namespace TeamsConnectBot.Core.Insights;

/// <summary>
/// A count that a round made while it ran and that holds no names, such as how many calendars could not be read. It is made once
/// and never again, so nobody can ask for it before and after somebody came or went.
/// </summary>
/// <param name="People">How many people the round was about.</param>
/// <param name="Counted">How many of them count: 0 … <paramref name="People"/>.</param>
public readonly record struct RoundCount(int People, int Counted);
