using System.Collections.Immutable;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Rules.Store;

/// <summary>
/// Imports and exports rules as a file. Imported rules are published or wait for approval like any other change, all or none.
/// </summary>
internal sealed class RuleTransfer(Database database, RuleStore store, Publishing publishing, AuditLog audit)
{
    /// <returns>One outcome per rule that differs from the stored one; a single one when the whole file is refused.</returns>
    public async Task<IReadOnlyList<RuleOutcome>> ImportAsync(string json, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Is(Role.Admin))
        {
            return [RuleOutcome.NotAllowed(Role.Admin)];
        }

        var (rules, problems) = RuleFile.Read(json);
        if (!problems.IsEmpty)
        {
            return [RuleOutcome.Invalid(problems)];
        }

        var now = (await store.ListAsync(cancellationToken))
            .ToDictionary(entry => entry.Rule.Id, entry => RuleJson.Write(entry.Rule), StringComparer.Ordinal);
        var changed = rules.Where(rule => now.GetValueOrDefault(rule.Id) != RuleJson.Write(rule)).ToImmutableArray();
        try
        {
            return await database.WriteAsync(db => ImportAsync(db, changed, actor, cancellationToken), cancellationToken);
        }
        catch (ImportRefusedException refused)
        {
            return [refused.Outcome];
        }
    }

    /// <summary>Exports all rules as a file.</summary>
    public async Task<string> ExportAsync(Actor actor, CancellationToken cancellationToken)
    {
        var entries = await store.ListAsync(cancellationToken);
        await audit.AddAsync(actor, AuditAction.Exported, "rules", "", cancellationToken);
        return RuleFile.Write(entries.Select(entry => entry.Rule));
    }

    private async Task<IReadOnlyList<RuleOutcome>> ImportAsync(
        ConnectDb db, ImmutableArray<Rule> rules, Actor actor, CancellationToken cancellationToken)
    {
        var outcomes = new List<RuleOutcome>();
        foreach (var rule in rules)
        {
            var outcome = await publishing.PutAsync(db, rule, actor, cancellationToken);
            outcomes.Add(outcome.IsDone ? outcome : throw new ImportRefusedException(outcome with { Rule = rule }));
        }

        await audit.AddAsync(db, actor, AuditAction.Imported, "rules", $"{rules.Length}", cancellationToken);
        return outcomes;
    }

    /// <summary>Thrown to roll back the whole import.</summary>
    private sealed class ImportRefusedException(RuleOutcome outcome) : Exception
    {
        public RuleOutcome Outcome => outcome;
    }
}
