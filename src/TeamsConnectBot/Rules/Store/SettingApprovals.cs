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
    public void Request(ConnectDb db, string id, string signal) => db.RuleApprovals.Add(new RuleApprovalRow
    {
        Id = clock.NewId(), RuleId = id, Number = 1, Wider = [new WiderUse(WideningKind.NewSignal, "", signal)],
        AskedById = "settings", AskedAt = clock.GetCurrentInstant(), State = ApprovalState.Waiting,
    });

    /// <summary>Approves or refuses what waits.</summary>
    public Task<RuleOutcome> DecideAsync(string id, bool approve, Actor actor, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (!actor.Is(Role.WorksCouncil))
            {
                return RuleOutcome.NotAllowed(Role.WorksCouncil);
            }

            if (await NewestAsync(db, id, cancellationToken) is not { State: ApprovalState.Waiting } row)
            {
                return RuleOutcome.NotFound;
            }

            (row.State, row.DecidedById, row.DecidedByName, row.DecidedAt) =
                (approve ? ApprovalState.Approved : ApprovalState.Refused, actor.Id, actor.Name, clock.GetCurrentInstant());
            await audit.AddAsync(db, actor, approve ? AuditAction.Approved : AuditAction.Refused, id, "", cancellationToken);
            return RuleOutcome.Done(null, 0);
        },
        cancellationToken);
}
