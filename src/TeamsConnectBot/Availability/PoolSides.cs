using TeamsConnectBot.Core.People;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Availability;

/// <summary>
/// Who is on which side of a two-sided pool. Somebody who is on both is on the first; somebody on neither is left out and counted.
/// </summary>
internal sealed class PoolSides
{
    /// <summary>The name under which people without a side are counted.</summary>
    public const string NoSide = "noSide";

    private readonly IReadOnlySet<string>? first;
    private readonly IReadOnlySet<string>? second;
    private readonly int[] accounts = new int[2];

    private PoolSides(IReadOnlySet<string>? first, IReadOnlySet<string>? second) => (this.first, this.second) = (first, second);

    /// <summary>Whether the groups themselves are too small, whoever takes part. True only after every account was asked about.</summary>
    public bool AreTooSmall => first is not null && accounts.Min() < SidedPools.Fewest;

    /// <exception cref="GraphUnavailableException">A group could not be read.</exception>
    public static async Task<PoolSides> ReadAsync(GraphMemberIds groups, PoolOptions pool, CancellationToken cancellationToken)
    {
        if (!pool.HasSides)
        {
            return new PoolSides(null, null);
        }

        var (one, other) = (pool.Sides[0].GroupId, pool.Sides[1].GroupId);
        return new PoolSides(
            await groups.ReadAsync(one, cancellationToken),
            other.Length == 0 ? null : await groups.ReadAsync(other, cancellationToken));
    }

    /// <summary>Whether somebody can be in a round, and counts the account.</summary>
    public bool Admit(string personId)
    {
        if (first is null)
        {
            return true;
        }

        if (SideOf(personId) is not { } side)
        {
            return false;
        }

        accounts[side == PoolSide.First ? 0 : 1]++;
        return true;
    }

    /// <summary>Gives everybody their side, and the meetings they can get.</summary>
    public PoolSnapshot Divide(PoolSnapshot pool, PoolOptions options, int withoutSide)
    {
        if (first is null)
        {
            return pool;
        }

        var leftOut = new Dictionary<string, int>(pool.LeftOut);
        if (withoutSide > 0)
        {
            leftOut[NoSide] = withoutSide;
        }

        return new PoolSnapshot([.. pool.People.Select(person => person.On(SideOf(person.Member.Id), options))], leftOut)
        {
            HasTooSmallGroup = AreTooSmall,
        };
    }

    private PoolSide? SideOf(string personId) =>
        first!.Contains(personId) ? PoolSide.First
        : second is null || second.Contains(personId) ? PoolSide.Second
        : null;
}
