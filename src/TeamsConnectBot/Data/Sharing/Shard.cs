using System.Linq.Expressions;

namespace TeamsConnectBot.Data.Sharing;

/// <summary>
/// Messages and due tasks are spread over shards by their subject, so that several processes can work on them concurrently while one
/// process handles everything about one subject.
/// </summary>
internal static class Shard
{
    /// <summary>Shard numbers are stored with the rows: changing this needs a migration.</summary>
    public const int Count = 8;

    public static int Of(Guid subject)
    {
        Span<byte> bytes = stackalloc byte[16];
        subject.TryWriteBytes(bytes);
        uint hash = 2166136261;
        foreach (var part in bytes)
        {
            hash = (hash ^ part) * 16777619;
        }

        return (int)(hash % Count);
    }

    /// <param name="rows">The rows of every shard.</param>
    /// <param name="shard">Null for every shard.</param>
    /// <param name="isIn">Whether a row is in the shard.</param>
    public static IQueryable<T> In<T>(this IQueryable<T> rows, int? shard, Expression<Func<T, bool>> isIn) =>
        shard is null ? rows : rows.Where(isIn);
}
