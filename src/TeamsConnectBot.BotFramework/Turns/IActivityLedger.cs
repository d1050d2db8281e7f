namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>
/// Remembers what was acted on, so that an activity delivered twice acts once, also after a restart or on another node.
/// Deliveries that overlap within a process are joined before it is asked. What was begun and not recorded counts as not
/// done: after a crash the second delivery acts.
/// </summary>
public interface IActivityLedger
{
    /// <summary>What became of an activity, or null when it has not been acted on to its end.</summary>
    ValueTask<ActivityOutcome?> FindAsync(ActivityKey key, CancellationToken cancellationToken);

    /// <summary>Remembers what became of an activity. Recording the same one twice is no error.</summary>
    ValueTask RecordAsync(ActivityKey key, ActivityOutcome outcome, CancellationToken cancellationToken);
}

/// <summary>What names one delivery: an activity's id is unique within its conversation only.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="ActivityId">The activity.</param>
public readonly record struct ActivityKey(string ConversationId, string ActivityId);

/// <summary>What became of an activity.</summary>
/// <param name="Answer">
/// The body of an invoke's answer, as JSON. It may show names, so a ledger that lasts may leave it out; then a repeated click
/// is handled again, as <see cref="RepeatedTurn"/> marks it.
/// </param>
public sealed record ActivityOutcome(string? Answer);
