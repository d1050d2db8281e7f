using TeamsConnectBot.Audit;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Rows;

namespace TeamsConnectBot.Rules.Store;

/// <summary>
/// Ends the trial of a rule when something else is put in force or the rule goes off. Otherwise people would still get the two versions
/// of the trial.
/// </summary>
internal static class RunningTrial
{
    /// <returns>Whether a trial of the rule was running.</returns>
    public static async Task<bool> EndAsync(
        ConnectDb db, AuditLog audit, string ruleId, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        if (await db.Trials.FirstOrDefaultAsync(row => row.RuleId == ruleId && row.EndedAt == null, cancellationToken) is not { } trial)
        {
            return false;
        }

        trial.EndedAt = now;
        await audit.AddAsync(db, actor, AuditAction.TrialEnded, $"{ruleId} {trial.One} {trial.Other}", "", cancellationToken);
        return true;
    }
}
