using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rules.Store;

/// <summary>
/// The works council's decisions about what was switched on in the settings. They are kept beside those about rules, under an id with a
/// colon, which a rule's id cannot have.
/// </summary>
internal sealed class SettingApprovals(Database database, AuditLog audit, TimeProvider clock)
{
    /// <summary>The newest request about this setting or the decision on it; null if nobody has asked.</summary>
    public static Task<RuleApprovalRow?> NewestAsync(ConnectDb db, string id, CancellationToken cancellationToken) =>
        db.RuleApprovals.Where(row => row.RuleId == id).OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Requests approval on behalf of the settings.</summary>
    /// <param name="db">The unit of work that the request belongs to.</param>
    /// <param name="id">The setting, with a colon in it.</param>
    /// <param name="signal">What would be used that was not used before.</param>
    /// <returns>The request.</returns>
    public RuleApprovalRow Request(ConnectDb db, string id, string signal) => db.RuleApprovals.Add(new RuleApprovalRow
    {
        Id = clock.NewId(), RuleId = id, Number = 1, Wider = [new WiderUse(WideningKind.NewSignal, "", signal)],
        AskedById = "settings", AskedAt = clock.GetCurrentInstant(), State = ApprovalState.Waiting,
    }).Entity;

    /// <summary>Approves or refuses what waits; an answer about a setting has no last day.</summary>
    public Task<RuleOutcome> DecideAsync(
        string id, ApprovalAnswer answer, Actor actor, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (!actor.Is(Role.WorksCouncil))
            {
                return RuleOutcome.NotAllowed(Role.WorksCouncil);
            }

            return await NewestAsync(db, id, cancellationToken) is { State: ApprovalState.Waiting } row
                ? await DecideAsync(db, row, answer, actor, cancellationToken) : RuleOutcome.NotFound;
        },
        cancellationToken);

    /// <summary>Decides on a request, in the caller's transaction.</summary>
    public async Task<RuleOutcome> DecideAsync(
        ConnectDb db, RuleApprovalRow row, ApprovalAnswer answer, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (answer.ProblemOn(now.InUtc().Date) is { } problem)
        {
            return RuleOutcome.Invalid([problem]);
        }

        row.State = answer.Approves ? ApprovalState.Approved : ApprovalState.Refused;
        (row.DecidedById, row.DecidedByName, row.DecidedAt) = (actor.Id, actor.Name, now);
        row.Reason = answer.Reason.Length > 0 ? answer.Reason : null;
        var action = answer.Approves ? AuditAction.Approved : AuditAction.Refused;
        await audit.AddAsync(db, actor, action, row.RuleId, (answer with { Until = null }).Detail, cancellationToken);
        return RuleOutcome.Done(null, 0);
    }
}
