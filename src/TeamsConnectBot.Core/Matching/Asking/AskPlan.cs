namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>Whom to invite and for when. Every member is in exactly one of the two lists.</summary>
/// <param name="Asks">The invitations, by id.</param>
/// <param name="NotAsked">Who is not invited and why, by id.</param>
public sealed record AskPlan(IReadOnlyList<Ask> Asks, IReadOnlyList<NotAsked> NotAsked);
