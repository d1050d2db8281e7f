using TeamsConnectBot.Data;

namespace TeamsConnectBot.Meetings;

/// <summary>What a feature does when somebody leaves, is erased or can't be reached, before their meetings are called off.</summary>
internal abstract class LeaverStep
{
    /// <param name="db">The rows, in the transaction in which the person leaves.</param>
    /// <param name="personId">Who.</param>
    /// <param name="hasLeft">False when Teams can't reach them: then what they chose stays.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public abstract Task LeaveAsync(ConnectDb db, string personId, bool hasLeft, CancellationToken cancellationToken);
}
