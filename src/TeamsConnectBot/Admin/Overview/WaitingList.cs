using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.HelpRequests;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Admin.Overview;

/// <summary>What waits for whom: for the works council, and for an admin.</summary>
internal sealed class WaitingList(RuleStore store, SignalApprovals signals, HelpApprovals help)
{
    private const string Approvals = AdminFeature.Root + "/approvals";

    /// <summary>What waits for the works council, oldest first.</summary>
    public async Task<IReadOnlyList<WaitingItem>> ForTheCouncilAsync(
        IReadOnlyList<RuleEntry> rules, CancellationToken cancellationToken)
    {
        var names = rules.ToDictionary(entry => entry.Rule.Id, entry => entry.Rule.Name, StringComparer.Ordinal);
        var waiting = (await store.WaitingAsync(cancellationToken)).Select(row => new WaitingRule(
            $"{Approvals}#waits-{row.RuleId}", row.AskedAt, names.GetValueOrDefault(row.RuleId) ?? new LocalText(row.RuleId, row.RuleId),
            row.Number));
        var sources = (await signals.WaitingAsync(cancellationToken))
            .Select(row => new WaitingSource($"{Approvals}#waits-{row.Source}", row.AskedAt, row.Source));
        var questions = (await help.WaitingAsync(cancellationToken))
            .Select(row => new WaitingQuestions($"{Approvals}#waits-help-{row.PoolId}", row.AskedAt, row.PoolId));
        return [.. waiting.Concat<WaitingItem>(sources).Concat(questions).OrderBy(item => item.Since)];
    }

    /// <summary>The drafts that were not published, oldest first.</summary>
    public static IReadOnlyList<WaitingItem> ForAnAdmin(IReadOnlyList<RuleEntry> rules) =>
    [
        .. from draft in rules.Select(entry => entry.Draft).OfType<RuleDraft>()
           orderby draft.At
           select new WaitingDraft(RuleAddress.Of(draft.Rule.Id), draft.At, draft.Rule.Name),
    ];
}
