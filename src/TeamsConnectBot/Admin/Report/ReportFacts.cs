using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Admin.Report;

/// <summary>The changes for the report, from the audit log.</summary>
internal sealed class ReportFacts(Database database)
{
    // Reading, dry-runs and drafts change nothing for anybody; they are in the audit log only.
    private static readonly AuditAction[] ThatChange =
    [
        AuditAction.Published, AuditAction.Approved, AuditAction.Refused, AuditAction.SwitchedOn, AuditAction.SwitchedOff,
        AuditAction.Imported, AuditAction.EverythingStopped, AuditAction.EverythingStarted, AuditAction.SettingChanged,
        AuditAction.FirstUseApproved, AuditAction.FirstUseRefused, AuditAction.VoteOpened, AuditAction.VoteClosed,
        AuditAction.TrialStarted, AuditAction.TrialEnded,
    ];

    /// <summary>What was changed and by whom since a day, newest first.</summary>
    public Task<List<AuditRow>> ChangesAsync(LocalDate since, CancellationToken cancellationToken)
    {
        var from = since.AtMidnight().InUtc().ToInstant();
        return database.ReadAsync(
            db => db.AuditEntries.Where(row => row.At >= from && ThatChange.Contains(row.Action)).OrderByDescending(row => row.Number)
                .ToListAsync(cancellationToken), cancellationToken);
    }
}
