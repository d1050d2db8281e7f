using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Writes tens of thousands of rows in one transaction, in batches. The change tracker is cleared after each batch; otherwise a large round
/// would keep several copies of all its rows in memory.
/// </summary>
internal static class BatchedWrites
{
    public const int Size = 500;

    /// <summary>Saves all changes of the transaction so far; rows read before must be read again afterwards.</summary>
    public static async Task SaveAsync(ConnectDb db, CancellationToken cancellationToken)
    {
        // The rows are forgotten, so what they look like once saved is of no use.
        await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
        db.ChangeTracker.Clear();
    }
}
