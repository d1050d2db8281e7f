using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.DryRuns;

/// <summary>
/// Whether a rule may be tried. A dry-run uses personal data as the rule itself does, so a rule that would wait for the works council
/// when published can be tried only after the council agreed to that use of data, or to a dry-run.
/// </summary>
internal sealed class DryRunPermission(Database database, RuleStore store)
{
    /// <summary>How the rule would use more personal data than was agreed to; empty when it may be tried.</summary>
    public async Task<IReadOnlyList<WiderUse>> MissingAsync(Rule rule, CancellationToken cancellationToken)
    {
        var entry = await store.FindAsync(rule.Id, cancellationToken);
        var wider = DataUse.Widens(entry is { IsOn: true } ? entry.Rule : null, rule);
        foreach (var number in wider.Count > 0 ? await AgreedAsync(rule.Id, cancellationToken) : [])
        {
            if (await store.VersionAsync(rule.Id, number, cancellationToken) is { } agreed && DataUse.Widens(agreed, rule).Count == 0)
            {
                return [];
            }
        }

        return wider;
    }

    // The version that the works council last approved, and those it allows to be tried before it decides.
    private Task<List<int>> AgreedAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(async db =>
    {
        var rows = await db.RuleApprovals.Where(row => row.RuleId == id).ToListAsync(cancellationToken);
        var last = rows.Where(row => row.DecidedAt is not null).OrderBy(row => row.DecidedAt).ThenBy(row => row.Number).LastOrDefault();
        return rows.Where(row => row.State == ApprovalState.Waiting && row.MayBeTriedSince is not null)
            .Concat(last is { State: ApprovalState.Approved } ? [last] : [])
            .Select(row => row.Number).ToList();
    }, cancellationToken);
}
