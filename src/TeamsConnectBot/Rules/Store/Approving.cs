using TeamsConnectBot.Audit;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rules.Store;

/// <summary>The works council's decisions on changes that use more personal data.</summary>
internal sealed class Approving(Database database, AuditLog audit, TimeProvider clock)
{
    /// <summary>Approves or refuses a waiting change. An approved version is in force at once.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="number">The version that was looked at.</param>
    /// <param name="approve">Whether the works council agrees.</param>
    /// <param name="actor">The person who decides, who must not be the one who asked.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public Task<RuleOutcome> DecideAsync(string id, int number, bool approve, Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync(Role.WorksCouncil, actor, async db =>
        {
            var state = await db.RuleStates.FindAsync([id], cancellationToken);
            if (await WaitingAsync(db, id, number, cancellationToken) is not { } approval || state?.WaitingNumber != number)
            {
                return RuleOutcome.NotFound;
            }

            if (approval.AskedById == actor.Id)
            {
                return new RuleOutcome(RuleOutcomeKind.AskedYourself);
            }

            (approval.State, approval.DecidedById, approval.DecidedByName, approval.DecidedAt) =
                (approve ? ApprovalState.Approved : ApprovalState.Refused, actor.Id, actor.Name, clock.GetCurrentInstant());
            state.WaitingNumber = null;
            if (approve)
            {
                (state.ActiveNumber, state.IsOn) = (number, true);
            }

            await audit.AddAsync(db, actor, approve ? AuditAction.Approved : AuditAction.Refused, $"{id} {number}", "", cancellationToken);
            return RuleOutcome.Done(RuleStore.Parse((await db.RuleVersions.FindAsync([id, number], cancellationToken))!.Json), number);
        }, cancellationToken);

    /// <summary>Allows dry-runs of a waiting change before it is decided: its effects may be counted, but it is not in force.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="number">The version that was looked at.</param>
    /// <param name="actor">The person who allows it, who must not be the one who asked.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public Task<RuleOutcome> AllowDryRunAsync(string id, int number, Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync(Role.WorksCouncil, actor, async db =>
        {
            if (await WaitingAsync(db, id, number, cancellationToken) is not { } approval)
            {
                return RuleOutcome.NotFound;
            }

            if (approval.AskedById == actor.Id)
            {
                return new RuleOutcome(RuleOutcomeKind.AskedYourself);
            }

            if (approval.MayBeTriedSince is null)
            {
                approval.MayBeTriedSince = clock.GetCurrentInstant();
                await audit.AddAsync(db, actor, AuditAction.TryAllowed, $"{id} {number}", "", cancellationToken);
            }

            return RuleOutcome.Done(null, number);
        }, cancellationToken);

    private static Task<RuleApprovalRow?> WaitingAsync(ConnectDb db, string id, int number, CancellationToken cancellationToken) =>
        db.RuleApprovals.SingleOrDefaultAsync(
            row => row.RuleId == id && row.Number == number && row.State == ApprovalState.Waiting, cancellationToken);
}
