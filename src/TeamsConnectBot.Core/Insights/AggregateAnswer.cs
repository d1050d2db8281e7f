namespace TeamsConnectBot.Core.Insights;

/// <summary>
/// The answer to a query. It looks the same when nothing changed and when too little changed, so that asking again reveals nothing.
/// </summary>
/// <param name="Published">What may be shown, with the day it was made; null when it would be about too few people.</param>
/// <param name="IsNew">Whether it must be stored before it is shown.</param>
public readonly record struct AggregateAnswer(Publication? Published, bool IsNew);
