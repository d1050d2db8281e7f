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
        DecideAsync(id, number, new ApprovalAnswer(approve), actor, cancellationToken);

    /// <summary>Approves or refuses a waiting change, with a reason, or until a day. An approved version is in force at once.</summary>
    public Task<RuleOutcome> DecideAsync(
        string id, int number, ApprovalAnswer answer, Actor actor, CancellationToken cancellationToken) =>
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

            var now = clock.GetCurrentInstant();
            if (answer.ProblemOn(now.InUtc().Date) is { } problem)
            {
                return RuleOutcome.Invalid([problem]);
            }

            approval.State = answer.Approves ? ApprovalState.Approved : ApprovalState.Refused;
            (approval.DecidedById, approval.DecidedByName, approval.DecidedAt) = (actor.Id, actor.Name, now);
            (approval.Reason, state.WaitingNumber) = (answer.Reason.Length > 0 ? answer.Reason : null, null);
            if (answer.Approves)
            {
                approval.Until = answer.Until;
                approval.BeforeNumber = answer.Until is null ? null : await BeforeAsync(db, state, approval, cancellationToken);
                (state.ActiveNumber, state.IsOn) = (number, true);
            }

            var action = answer.Approves ? AuditAction.Approved : AuditAction.Refused;
            await audit.AddAsync(db, actor, action, $"{id} {number}", answer.Detail, cancellationToken);
            var endedTrial = answer.Approves && await RunningTrial.EndAsync(db, audit, id, actor, now, cancellationToken);
            var rule = RuleStore.Parse((await db.RuleVersions.FindAsync([id, number], cancellationToken))!.Json);
            return RuleOutcome.Done(rule, number) with { EndedTrial = endedTrial };
        }, cancellationToken);

    // What is in force now; if that ends with an earlier yes until a day, what was in force before that yes.
    private static async Task<int?> BeforeAsync(
        ConnectDb db, RuleStateRow state, RuleApprovalRow approval, CancellationToken cancellationToken)
    {
        var last = await db.RuleApprovals
            .Where(row => row.RuleId == approval.RuleId && row.Id != approval.Id && row.State == ApprovalState.Approved)
            .OrderByDescending(row => row.DecidedAt).ThenByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);
        return last is { Until: not null } && await LimitedYes.EndOfAsync(db, last, cancellationToken) is not null
            ? last.BeforeNumber : state.IsOn ? state.ActiveNumber : null;
    }

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
