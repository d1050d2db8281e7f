using System.Globalization;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.Comparing;
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

    /// <summary>
    /// Each yes that ends by itself, and each that did since a day; the next to end first. One that a newer yes replaced is left out, and
    /// one whose end will change nothing.
    /// </summary>
    public Task<IReadOnlyList<LimitedYesNote>> LimitedAsync(LocalDate since, CancellationToken cancellationToken) =>
        database.ReadAsync(db => LimitedAsync(db, since, cancellationToken), cancellationToken);

    private static async Task<IReadOnlyList<LimitedYesNote>> LimitedAsync(
        ConnectDb db, LocalDate since, CancellationToken cancellationToken)
    {
        var rows = await db.RuleApprovals
            .Where(row => row.State == ApprovalState.Approved || row.State == ApprovalState.Lapsed).ToListAsync(cancellationToken);
        var newest = rows.GroupBy(row => row.RuleId, StringComparer.Ordinal)
            .Select(ofRule => ofRule.OrderBy(row => row.DecidedAt).ThenBy(row => row.Number).Last());
        var notes = new List<LimitedYesNote>();
        foreach (var yes in newest.Where(row => row.Until is not null).OrderBy(row => row.Until))
        {
            if (yes.State == ApprovalState.Lapsed && yes.Until >= since)
            {
                notes.Add(new LimitedYesNote(yes, await EndedAsync(db, yes, cancellationToken)));
            }
            else if (yes.State == ApprovalState.Approved && await LimitedYes.EndOfAsync(db, yes, cancellationToken) is not null)
            {
                notes.Add(new LimitedYesNote(yes, Ended: null));
            }
        }

        return notes;
    }

    // The same version may have had such a yes before, which then ended before this one's last day.
    private static async Task<string> EndedAsync(ConnectDb db, RuleApprovalRow yes, CancellationToken cancellationToken)
    {
        var (subject, from) = ($"{yes.RuleId} {yes.Number}", yes.Until!.Value.PlusDays(1).AtMidnight().InUtc().ToInstant());
        return await db.AuditEntries.Where(row => row.Action == AuditAction.Lapsed && row.Subject == subject && row.At >= from)
            .OrderBy(row => row.Number).Select(row => row.Detail).FirstOrDefaultAsync(cancellationToken) ?? "";
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

    /// <summary>Puts back what was in force before, if the end of the yes changes anything.</summary>
    private async Task<string> RestoreAsync(ConnectDb db, RuleApprovalRow approval, CancellationToken cancellationToken)
    {
        if (await LimitedYes.EndOfAsync(db, approval, cancellationToken) is not { State: var state, Before: var before })
        {
            return "";
        }

        var id = approval.RuleId;
        (state.IsOn, state.ActiveNumber) = before is null ? (false, state.ActiveNumber) : (true, approval.BeforeNumber);

        // What waits was compared with the version that has ended.
        var waiting = await db.RuleApprovals.Where(row => row.RuleId == id && row.State == ApprovalState.Waiting)
            .ToListAsync(cancellationToken);
        foreach (var row in waiting)
        {
            row.Wider = DataUse.Widens(before, await LimitedYes.VersionAsync(db, id, row.Number, cancellationToken));
        }

        // A comparison with the version that has ended would go on using it.
        await RunningTrial.EndAsync(db, audit, id, ByItself, clock.GetCurrentInstant(), cancellationToken);
        return before is null ? Off : approval.BeforeNumber!.Value.ToString(CultureInfo.InvariantCulture);
    }
}
