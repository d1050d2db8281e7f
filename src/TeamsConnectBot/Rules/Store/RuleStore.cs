using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rules.Rows;

namespace TeamsConnectBot.Rules.Store;

/// <summary>Reads the rules: those shipped with the program, and what was changed since.</summary>
internal sealed class RuleStore(Database database)
{
    /// <summary>All rules, in the order in which they apply.</summary>
    public Task<IReadOnlyList<RuleEntry>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(db => ListAsync(db, cancellationToken), cancellationToken);

    public Task<RuleEntry?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(db => FindAsync(db, id, cancellationToken), cancellationToken);

    /// <summary>Every stored version, newest first.</summary>
    public async Task<IReadOnlyList<RuleVersion>> VersionsAsync(string id, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            db => db.RuleVersions.Where(row => row.RuleId == id).OrderByDescending(row => row.Number).ToListAsync(cancellationToken),
            cancellationToken);
        return rows.Count > 0 || ShippedRules.Find(id) is not { } shipped
            ? [.. rows.Select(row => new RuleVersion(Parse(row.Json), row.Number, row.AuthorId, row.At))]
            : [new RuleVersion(shipped, ShippedRules.Number, ShippedRules.Author, NodaTime.Instant.MinValue)];
    }

    public Task<Rule?> VersionAsync(string id, int number, CancellationToken cancellationToken) =>
        database.ReadAsync(db => VersionAsync(db, id, number, cancellationToken), cancellationToken);

    /// <summary>Every version of some rules, by rule and number.</summary>
    public async Task<IReadOnlyDictionary<(string Id, int Number), Rule>> VersionsAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            db => db.RuleVersions.Where(row => ids.Contains(row.RuleId)).ToListAsync(cancellationToken), cancellationToken);
        var versions = rows.ToDictionary(row => (row.RuleId, row.Number), row => Parse(row.Json));
        foreach (var shipped in ids.Select(ShippedRules.Find).OfType<Rule>())
        {
            versions.TryAdd((shipped.Id, ShippedRules.Number), shipped);
        }

        return versions;
    }

    /// <summary>The rules in force.</summary>
    public async Task<IReadOnlyList<ActiveRule>> ActiveAsync(CancellationToken cancellationToken) =>
        [.. (await ListAsync(cancellationToken)).Where(entry => entry.IsOn).Select(entry => new ActiveRule(entry.Rule, entry.Number))];

    /// <summary>Changes that wait for the works council, oldest first.</summary>
    public Task<List<RuleApprovalRow>> WaitingAsync(CancellationToken cancellationToken) => database.ReadAsync(
        db => db.RuleApprovals.Where(row => row.State == ApprovalState.Waiting).OrderBy(row => row.Id).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>The works council's earlier decisions, newest first.</summary>
    public Task<List<RuleApprovalRow>> DecidedAsync(CancellationToken cancellationToken) => database.ReadAsync(
        db => db.RuleApprovals.Where(row => row.DecidedAt != null).OrderByDescending(row => row.Id).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>The works council's newest decision about each rule that has one.</summary>
    public async Task<IReadOnlyDictionary<string, RuleApprovalRow>> LastDecisionsAsync(CancellationToken cancellationToken) =>
        (await DecidedAsync(cancellationToken)).GroupBy(row => row.RuleId, StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => rows.MaxBy(row => row.DecidedAt)!, StringComparer.Ordinal);

    internal static async Task<IReadOnlyList<RuleEntry>> ListAsync(ConnectDb db, CancellationToken cancellationToken)
    {
        var states = await db.RuleStates.ToListAsync(cancellationToken);
        var drafts = await db.RuleDrafts.ToDictionaryAsync(row => row.RuleId, StringComparer.Ordinal, cancellationToken);
        var shown = await db.RuleVersions
            .Where(version => db.Set<RuleStateRow>().Any(state => state.RuleId == version.RuleId
                && (state.ActiveNumber ?? db.Set<RuleVersionRow>().Where(x => x.RuleId == state.RuleId).Max(x => x.Number))
                    == version.Number))
            .ToDictionaryAsync(row => row.RuleId, StringComparer.Ordinal, cancellationToken);
        var touched = states.Where(state => shown.ContainsKey(state.RuleId))
            .Select(state => Entry(state, shown[state.RuleId], drafts.GetValueOrDefault(state.RuleId))).ToList();
        var known = touched.Select(entry => entry.Rule.Id).ToHashSet(StringComparer.Ordinal);
        var shipped = ShippedRules.All.Where(rule => !known.Contains(rule.Id))
            .Select(rule => Shipped(rule, drafts.GetValueOrDefault(rule.Id)));
        var started = drafts.Values.Where(draft => !known.Contains(draft.RuleId) && ShippedRules.Find(draft.RuleId) is null)
            .Select(Unpublished);
        return [.. touched.Concat(shipped).Concat(started)
            .OrderBy(entry => entry.Rule.Order).ThenBy(entry => entry.Rule.Id, StringComparer.Ordinal)];
    }

    /// <summary>One version; null when there is none.</summary>
    internal static async Task<Rule?> VersionAsync(ConnectDb db, string id, int number, CancellationToken cancellationToken) =>
        await db.RuleVersions.FindAsync([id, number], cancellationToken) is { } row
            ? Parse(row.Json) : number == ShippedRules.Number ? ShippedRules.Find(id) : null;

    internal static async Task<RuleEntry?> FindAsync(ConnectDb db, string id, CancellationToken cancellationToken)
    {
        var draft = await db.RuleDrafts.FindAsync([id], cancellationToken);
        if (await db.RuleStates.FindAsync([id], cancellationToken) is { } state)
        {
            var number = state.ActiveNumber
                ?? await db.RuleVersions.Where(row => row.RuleId == id).MaxAsync(row => row.Number, cancellationToken);
            return Entry(
                state, await db.RuleVersions.SingleAsync(row => row.RuleId == id && row.Number == number, cancellationToken), draft);
        }

        return ShippedRules.Find(id) is { } rule ? Shipped(rule, draft) : draft is null ? null : Unpublished(draft);
    }

    internal static Rule Parse(string json) => RuleJson.Read(json).Rule ?? throw new InvalidOperationException(
        "A stored rule cannot be read: the database was edited by hand, or a newer version of the service wrote it.");

    private static RuleEntry Entry(RuleStateRow state, RuleVersionRow version, RuleDraftRow? draft) => new(
        Parse(version.Json), version.Number, state.IsOn, state.WaitingNumber, Draft(draft), version.AuthorId == ShippedRules.Author);

    private static RuleEntry Shipped(Rule rule, RuleDraftRow? draft) =>
        new(rule, ShippedRules.Number, ShippedRules.IsOnByDefault(rule), null, Draft(draft), IsShipped: true);

    private static RuleEntry Unpublished(RuleDraftRow draft) => new(Parse(draft.Json), 0, false, null, Draft(draft), IsShipped: false);

    private static RuleDraft? Draft(RuleDraftRow? row) =>
        row is null ? null : new(Parse(row.Json), row.BasedOn, row.Version, row.AuthorId, row.At);
}
