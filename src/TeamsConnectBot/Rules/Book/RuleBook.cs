using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rules.Rows;

namespace TeamsConnectBot.Rules.Book;

/// <summary>Reads the rules: what came with the program, and what became of it since.</summary>
internal sealed class RuleBook(Database database)
{
    /// <summary>All rules, in the order in which they speak.</summary>
    public Task<IReadOnlyList<RuleEntry>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync(db => ListAsync(db, cancellationToken), cancellationToken);

    public Task<RuleEntry?> FindAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(db => FindAsync(db, id, cancellationToken), cancellationToken);

    /// <summary>Every kept version, newest first.</summary>
    public async Task<IReadOnlyList<RuleVersion>> VersionsAsync(string id, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            db => db.RuleVersions.Where(row => row.RuleId == id).OrderByDescending(row => row.Number).ToListAsync(cancellationToken), cancellationToken);
        return rows.Count > 0 || ShippedRules.Find(id) is not { } shipped
            ? [.. rows.Select(row => new RuleVersion(Parse(row.Json), row.Number, row.AuthorId, row.At))]
            : [new RuleVersion(shipped, ShippedRules.Number, ShippedRules.Author, NodaTime.Instant.MinValue)];
    }

    public async Task<Rule?> VersionAsync(string id, int number, CancellationToken cancellationToken) =>
        await database.ReadAsync(db => db.RuleVersions.SingleOrDefaultAsync(row => row.RuleId == id && row.Number == number, cancellationToken), cancellationToken) is { } row
            ? Parse(row.Json)
            : number == ShippedRules.Number ? ShippedRules.Find(id) : null;

    /// <summary>The rules in force.</summary>
    public Task<IReadOnlyList<ActiveRule>> ActiveAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ActiveRule>>(
        async db => [.. (await ListAsync(db, cancellationToken)).Where(entry => entry.IsOn).Select(entry => new ActiveRule(entry.Rule, entry.Number))],
        cancellationToken);

    /// <summary>Changes that wait for the works council, oldest first.</summary>
    public Task<List<RuleApprovalRow>> WaitingAsync(CancellationToken cancellationToken) => database.ReadAsync(
        db => db.RuleApprovals.Where(row => row.State == ApprovalState.Waiting).OrderBy(row => row.Id).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>What the works council said before, newest first.</summary>
    public Task<List<RuleApprovalRow>> DecidedAsync(CancellationToken cancellationToken) => database.ReadAsync(
        db => db.RuleApprovals.Where(row => row.DecidedAt != null).OrderByDescending(row => row.Id).ToListAsync(cancellationToken), cancellationToken);

    internal static async Task<IReadOnlyList<RuleEntry>> ListAsync(ConnectDb db, CancellationToken cancellationToken)
    {
        var states = await db.RuleStates.ToListAsync(cancellationToken);
        var drafts = await db.RuleDrafts.ToDictionaryAsync(row => row.RuleId, StringComparer.Ordinal, cancellationToken);
        var shown = await db.RuleVersions
            .Where(version => db.Set<RuleStateRow>().Any(state => state.RuleId == version.RuleId
                && (state.ActiveNumber ?? db.Set<RuleVersionRow>().Where(x => x.RuleId == state.RuleId).Max(x => x.Number)) == version.Number))
            .ToDictionaryAsync(row => row.RuleId, StringComparer.Ordinal, cancellationToken);
        var touched = states.Where(state => shown.ContainsKey(state.RuleId))
            .Select(state => Entry(state, shown[state.RuleId], drafts.GetValueOrDefault(state.RuleId))).ToList();
        var known = touched.Select(entry => entry.Rule.Id).ToHashSet(StringComparer.Ordinal);
        var shipped = ShippedRules.All.Where(rule => !known.Contains(rule.Id)).Select(rule => Shipped(rule, drafts.GetValueOrDefault(rule.Id)));
        var started = drafts.Values.Where(draft => !known.Contains(draft.RuleId) && ShippedRules.Find(draft.RuleId) is null)
            .Select(draft => new RuleEntry(Parse(draft.Json), 0, false, null, Draft(draft), IsShipped: false));
        return [.. touched.Concat(shipped).Concat(started).OrderBy(entry => entry.Rule.Order).ThenBy(entry => entry.Rule.Id, StringComparer.Ordinal)];
    }

    internal static async Task<RuleEntry?> FindAsync(ConnectDb db, string id, CancellationToken cancellationToken)
    {
        var draft = await db.RuleDrafts.FindAsync([id], cancellationToken);
        if (await db.RuleStates.FindAsync([id], cancellationToken) is { } state)
        {
            var number = state.ActiveNumber ?? await db.RuleVersions.Where(row => row.RuleId == id).MaxAsync(row => row.Number, cancellationToken);
            return Entry(state, await db.RuleVersions.SingleAsync(row => row.RuleId == id && row.Number == number, cancellationToken), draft);
        }

        return ShippedRules.Find(id) is { } rule ? Shipped(rule, draft)
            : draft is null ? null : new RuleEntry(Parse(draft.Json), 0, false, null, Draft(draft), IsShipped: false);
    }

    internal static Rule Parse(string json) =>
        RuleJson.Read(json) is { Rule: { } rule } ? rule : throw new InvalidOperationException("A kept rule can't be read; its database was changed from outside or is newer than this program.");

    private static RuleEntry Entry(RuleStateRow state, RuleVersionRow version, RuleDraftRow? draft) => new(
        Parse(version.Json), version.Number, state.IsOn, state.WaitingNumber, draft is null ? null : Draft(draft),
        version.AuthorId == ShippedRules.Author);

    private static RuleEntry Shipped(Rule rule, RuleDraftRow? draft) =>
        new(rule, ShippedRules.Number, ShippedRules.IsOnByDefault(rule), null, draft is null ? null : Draft(draft), IsShipped: true);

    private static RuleDraft Draft(RuleDraftRow row) => new(Parse(row.Json), row.BasedOn, row.Version, row.AuthorId, row.At);
}
