using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Writes rows by the ten thousand in one unit of work, a portion at a time: what is written is let go of, or a large round
/// would keep several copies of all its rows in memory.
/// </summary>
internal static class Portions
{
    private const int Size = 500;

    /// <summary>Everything the unit of work changed before is written too, and what it read must be read again after it.</summary>
    public static async Task WriteAsync<T>(ConnectDb db, IEnumerable<T> all, Func<IReadOnlyList<T>, Task> writeAsync, CancellationToken cancellationToken)
    {
        foreach (var portion in all.Chunk(Size))
        {
            await writeAsync(portion);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    /// <inheritdoc cref="WriteAsync{T}(ConnectDb, IEnumerable{T}, Func{IReadOnlyList{T}, Task}, CancellationToken)"/>
    public static Task WriteAsync<T>(ConnectDb db, IEnumerable<T> all, Action<T> write, CancellationToken cancellationToken) => WriteAsync(
        db,
        all,
        portion =>
        {
            foreach (var one in portion)
            {
                write(one);
            }

            return Task.CompletedTask;
        },
        cancellationToken);
}
