using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Meetings;

/// <summary>What the meetings that come from a question, and not from a round, need to know and to tell.</summary>
internal abstract class QuestionMeetings
{
    /// <summary>The question that such a meeting is about; null once it was erased.</summary>
    public abstract Task<MeetingQuestion?> FindAsync(ConnectDb db, MeetingRow meeting, CancellationToken cancellationToken);

    /// <summary>The moments at which both could meet when the helper was asked, that of the meeting among them.</summary>
    public abstract Task<IReadOnlyList<Instant>> OfferedAsync(ConnectDb db, MeetingRow meeting, CancellationToken cancellationToken);

    /// <summary>Writes what follows for the question, in the transaction that changed its meeting.</summary>
    /// <param name="db">The rows, in that transaction.</param>
    /// <param name="meeting">The meeting as it is now.</param>
    /// <param name="before">The state it had.</param>
    /// <param name="calledOffBy">Who could not make it, if that is how it ended; null when it is not known, or somebody left.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public abstract Task ChangedAsync(
        ConnectDb db, MeetingRow meeting, MeetingState before, string? calledOffBy, CancellationToken cancellationToken);
}

/// <summary>What a meeting is about.</summary>
/// <param name="AskerId">Who asked.</param>
/// <param name="Words">What they asked, in their own words.</param>
/// <param name="Deadline">When the meeting must be over.</param>
internal sealed record MeetingQuestion(string AskerId, string Words, Instant Deadline)
{
    // Keeps the words out of logs.
    public override string ToString() => "a question";
}
