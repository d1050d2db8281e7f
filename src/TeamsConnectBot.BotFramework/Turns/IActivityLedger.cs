namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>
/// Remembers which activities were handled, so that an activity delivered twice has one effect, also after a restart or on another node.
/// Overlapping deliveries within a process are joined beforehand. An activity that was started but not recorded counts as not handled, so
/// its second delivery after a crash is handled.
/// </summary>
public interface IActivityLedger
{
    /// <summary>The outcome of an activity, or null when it has not been handled completely.</summary>
    ValueTask<ActivityOutcome?> FindAsync(ActivityKey key, CancellationToken cancellationToken);

    /// <summary>Records the outcome of an activity. Recording the same one twice is not an error.</summary>
    ValueTask RecordAsync(ActivityKey key, ActivityOutcome outcome, CancellationToken cancellationToken);
}

/// <summary>Identifies an activity, whose id is unique within its conversation only.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="ActivityId">The activity.</param>
public readonly record struct ActivityKey(string ConversationId, string ActivityId);

/// <summary>The outcome of an activity.</summary>
/// <param name="Answer">
/// The body of the answer to an invoke, as JSON. It may contain names, so a persistent ledger may leave it out; a repeated click is then
/// handled again, marked by <see cref="RepeatedTurn"/>.
/// </param>
public sealed record ActivityOutcome(string? Answer);
