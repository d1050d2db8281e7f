namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>A question to colleagues that somebody sent.</summary>
/// <param name="Asker">The object id of whoever asked.</param>
/// <param name="Words">What they wrote; no two questions of a run have the same words.</param>
internal sealed record SentQuestion(Guid Asker, string Words, Instant SentAt);
