using System.Linq.Expressions;

namespace TeamsConnectBot.Data.Sharing;

/// <summary>
/// Rows that come by the thousand are spread over shards by what they are about, so that several processes can work on them
/// at once and everything about one subject stays in one hand.
/// </summary>
internal static class Shard
{
    /// <summary>Stored with the rows: another number needs a migration.</summary>
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

    /// <param name="rows">All of them.</param>
    /// <param name="shard">Null for every shard.</param>
    /// <param name="isIn">Whether a row is in it.</param>
    public static IQueryable<T> In<T>(this IQueryable<T> rows, int? shard, Expression<Func<T, bool>> isIn) => shard is null ? rows : rows.Where(isIn);
}
