using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rules.Book;
using TeamsConnectBot.Rules.Rows;

namespace TeamsConnectBot.DryRuns;

/// <summary>
/// Whether a rule may be tried. To try it uses people's data like the rule itself, so what would wait for the works council when
/// published is tried only after its yes: to that use of data, or to trying it first.
/// </summary>
internal sealed class TryPermission(Database database, RuleBook book)
{
    /// <summary>How the rule would use more than anybody agreed to; empty when it may be tried.</summary>
    public async Task<IReadOnlyList<WiderUse>> MissingAsync(Rule rule, CancellationToken cancellationToken)
    {
        var entry = await book.FindAsync(rule.Id, cancellationToken);
        var wider = DataUse.Widens(entry is { IsOn: true } ? entry.Rule : null, rule);
        if (wider.Count == 0)
        {
            return [];
        }

        foreach (var number in await AgreedAsync(rule.Id, cancellationToken))
        {
            if (await book.VersionAsync(rule.Id, number, cancellationToken) is { } agreed && DataUse.Widens(agreed, rule).Count == 0)
            {
                return [];
            }
        }

        return wider;
    }

    // What the works council said last about the rule, and what it lets be tried before it decides.
    private Task<List<int>> AgreedAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var rows = await db.RuleApprovals.Where(row => row.RuleId == id).ToListAsync(cancellationToken);
            var last = rows.Where(row => row.DecidedAt is not null).OrderBy(row => row.DecidedAt).ThenBy(row => row.Number).LastOrDefault();
            return rows.Where(row => row.State == ApprovalState.Waiting && row.MayBeTriedSince is not null)
                .Concat(last is { State: ApprovalState.Approved } ? [last] : [])
                .Select(row => row.Number).ToList();
        },
        cancellationToken);
}
