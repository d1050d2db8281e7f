using System.Globalization;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rules.Store;

/// <summary>
/// Ends each yes that the works council gave until a day: what was in force before it is in force again. It is looked at after each
/// day, and before each round, so that no round uses a rule after its last day. Days are UTC.
/// </summary>
internal sealed class Lapsing(Database database, AuditLog audit, TimeProvider clock)
{
    /// <summary>What the log says when a rule is off again.</summary>
    public const string Off = "off";

    // Nobody acts here: the works council said beforehand when it ends.
    private static readonly Actor ByItself = new("", "TeamsConnectBot", Role.None);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        var limited = await database.ReadAsync(
            db => db.RuleApprovals.AsNoTracking().Where(row => row.State == ApprovalState.Approved && row.Until != null)
                .ToListAsync(cancellationToken), cancellationToken);
        foreach (var approval in limited.Where(row => row.Until < today).OrderBy(row => row.Until))
        {
            await database.WriteAsync(db => LapseAsync(db, approval.Id, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Every yes that ends by itself, and those that ended since a day; the next to end first.</summary>
    public async Task<IReadOnlyList<RuleApprovalRow>> LimitedAsync(LocalDate since, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            db => db.RuleApprovals.AsNoTracking().Where(row => row.Until != null
                && (row.State == ApprovalState.Approved || row.State == ApprovalState.Lapsed)).ToListAsync(cancellationToken),
            cancellationToken);
        return [.. rows.Where(row => row.State == ApprovalState.Approved || row.Until >= since).OrderBy(row => row.Until)];
    }

    private async Task LapseAsync(ConnectDb db, Guid id, CancellationToken cancellationToken)
    {
        var approval = await db.RuleApprovals.SingleAsync(row => row.Id == id, cancellationToken);
        if (approval.State != ApprovalState.Approved)
        {
            return;
        }

        approval.State = ApprovalState.Lapsed;
        var detail = await RestoreAsync(db, approval, cancellationToken);
        await audit.AddAsync(
            db, ByItself, AuditAction.Lapsed, $"{approval.RuleId} {approval.Number}", detail, cancellationToken);
    }

    /// <summary>Puts back what was in force before, unless the rule is off, uses no more data than that, or got a newer yes.</summary>
    private async Task<string> RestoreAsync(ConnectDb db, RuleApprovalRow approval, CancellationToken cancellationToken)
    {
        var id = approval.RuleId;
        var hasNewer = await db.RuleApprovals.AnyAsync(
            row => row.RuleId == id && row.State == ApprovalState.Approved
                && (row.DecidedAt > approval.DecidedAt || (row.DecidedAt == approval.DecidedAt && row.Number > approval.Number)),
            cancellationToken);
        if (hasNewer || await db.RuleStates.FindAsync([id], cancellationToken) is not { IsOn: true, ActiveNumber: { } active } state)
        {
            return "";
        }

        var before = approval.BeforeNumber is { } number ? await VersionAsync(db, id, number, cancellationToken) : null;
        if (DataUse.Widens(before, await VersionAsync(db, id, active, cancellationToken)).Count == 0)
        {
            return "";
        }

        (state.IsOn, state.ActiveNumber) = before is null ? (false, active) : (true, approval.BeforeNumber);

        // What waits was compared with the version that has ended.
        var waiting = await db.RuleApprovals.Where(row => row.RuleId == id && row.State == ApprovalState.Waiting)
            .ToListAsync(cancellationToken);
        foreach (var row in waiting)
        {
            row.Wider = DataUse.Widens(before, await VersionAsync(db, id, row.Number, cancellationToken));
        }

        // A comparison with the version that has ended would go on using it.
        await RunningTrial.EndAsync(db, audit, id, ByItself, clock.GetCurrentInstant(), cancellationToken);
        return before is null ? Off : approval.BeforeNumber!.Value.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<Rule> VersionAsync(ConnectDb db, string id, int number, CancellationToken cancellationToken) =>
        RuleStore.Parse((await db.RuleVersions.SingleAsync(row => row.RuleId == id && row.Number == number, cancellationToken)).Json);
}
