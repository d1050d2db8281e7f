using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.HelpRequests;

/// <summary>A pool for which questions to colleagues were switched on, and which awaits the works council's decision.</summary>
internal sealed record WaitingHelpPool(string PoolId, Instant AskedAt);

/// <summary>
/// The works council's decisions about questions to colleagues, a pool at a time. Switching them on in the settings only requests approval;
/// people can ask from the moment the works council agrees, and no longer from the moment it refuses.
/// </summary>
internal sealed class HelpApprovals(Database database, AuditLog audit, PoolCatalogue pools, TimeProvider clock)
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
    public Task<RuleOutcome> DecideAsync(string poolId, bool approve, Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async db =>
            {
                if (!actor.Is(Role.WorksCouncil))
                {
                    return RuleOutcome.NotAllowed(Role.WorksCouncil);
                }

                if (await NewestAsync(db, poolId, cancellationToken) is not { State: ApprovalState.Waiting } row)
                {
                    return RuleOutcome.NotFound;
                }

                (row.State, row.DecidedById, row.DecidedByName, row.DecidedAt) =
                    (approve ? ApprovalState.Approved : ApprovalState.Refused, actor.Id, actor.Name, clock.GetCurrentInstant());
                await audit.AddAsync(
                    db, actor, approve ? AuditAction.Approved : AuditAction.Refused, IdOf(poolId), "", cancellationToken);
                return RuleOutcome.Done(null, 0);
            },
            cancellationToken);

    private async Task RequestAsync(ConnectDb db, string poolId, CancellationToken cancellationToken)
    {
        if (await NewestAsync(db, poolId, cancellationToken) is null)
        {
            db.RuleApprovals.Add(new RuleApprovalRow
            {
                Id = clock.NewId(), RuleId = IdOf(poolId), Number = 1, Wider = [new WiderUse(WideningKind.NewSignal, "", "helpRequests")],
                AskedById = "settings", AskedAt = clock.GetCurrentInstant(), State = ApprovalState.Waiting,
            });
        }
    }

    private static Task<RuleApprovalRow?> NewestAsync(ConnectDb db, string poolId, CancellationToken cancellationToken)
    {
        var id = IdOf(poolId);
        return db.RuleApprovals.Where(row => row.RuleId == id).OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancellationToken);
    }

    // A rule's id contains no colon, so the two cannot clash.
    private const string Prefix = "help:";

    /// <summary>The pool of a decision on questions; null for any other decision.</summary>
    public static string? PoolOf(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : null;

    private static string IdOf(string poolId) => Prefix + poolId;
}
