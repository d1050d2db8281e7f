using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.HelpRequests;

/// <summary>A pool for which questions to colleagues were switched on, and which awaits the works council's decision.</summary>
internal sealed record WaitingHelpPool(string PoolId, Instant AskedAt);

/// <summary>
/// The works council's decisions about questions to colleagues, a pool at a time. Switching them on in the settings only requests approval;
/// people can ask from the moment the works council agrees, and no longer from the moment it refuses.
/// </summary>
internal sealed class HelpApprovals(Database database, SettingApprovals approvals, PoolCatalogue pools)
{
    /// <summary>Whether people in a pool can ask; requests approval if nobody has.</summary>
    public async Task<bool> IsOnAsync(string poolId, CancellationToken cancellationToken)
    {
        if (pools.Find(poolId).Help is not { On: true } help)
        {
            return false;
        }

        var newest = await database.ReadAsync(db => NewestAsync(db, poolId, cancellationToken), cancellationToken);
        if (newest is not null || help.IsAgreedOutside)
        {
            return newest?.State is { } state ? state == ApprovalState.Approved : help.IsAgreedOutside;
        }

        await database.WriteAsync(db => RequestAsync(db, poolId, cancellationToken), cancellationToken);
        return false;
    }

    /// <summary>The pools that await a decision.</summary>
    public async Task<IReadOnlyList<WaitingHelpPool>> WaitingAsync(CancellationToken cancellationToken)
    {
        var waiting = new List<WaitingHelpPool>();
        foreach (var pool in pools.All.Where(pool => pool.Help.On))
        {
            await IsOnAsync(pool.Id, cancellationToken);
            if (await database.ReadAsync(db => NewestAsync(db, pool.Id, cancellationToken), cancellationToken)
                is { State: ApprovalState.Waiting } row)
            {
                waiting.Add(new WaitingHelpPool(pool.Id, row.AskedAt));
            }
        }

        return waiting;
    }

    /// <summary>Approves or refuses a waiting pool.</summary>
    public Task<RuleOutcome> DecideAsync(string poolId, ApprovalAnswer answer, Actor actor, CancellationToken cancellationToken) =>
        approvals.DecideAsync(IdOf(poolId), answer, actor, cancellationToken);

    private async Task RequestAsync(ConnectDb db, string poolId, CancellationToken cancellationToken)
    {
        if (await NewestAsync(db, poolId, cancellationToken) is null)
        {
            approvals.Request(db, IdOf(poolId), "helpRequests");
        }
    }

    private static Task<RuleApprovalRow?> NewestAsync(ConnectDb db, string poolId, CancellationToken cancellationToken) =>
        SettingApprovals.NewestAsync(db, IdOf(poolId), cancellationToken);

    private const string Prefix = "help:";

    /// <summary>The pool of a decision on questions; null for any other decision.</summary>
    public static string? PoolOf(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : null;

    private static string IdOf(string poolId) => Prefix + poolId;
}
