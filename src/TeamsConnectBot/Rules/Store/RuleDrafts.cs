using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rules.Store;

/// <summary>Stores drafts. When two admins edit one rule, the second one is shown the difference, and nothing is overwritten.</summary>
internal sealed class RuleDrafts(Database database, AuditLog audit, TimeProvider clock)
{
    /// <summary>Saves a draft.</summary>
    /// <param name="rule">The changed rule.</param>
    /// <param name="basedOn">The version it started from; 0 for a new rule.</param>
    /// <param name="revision">The revision of the draft it replaces; null when there was no draft.</param>
    /// <param name="actor">The person who saves it.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public Task<RuleOutcome> SaveAsync(Rule rule, int basedOn, int? revision, Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync(Role.Admin, actor, async db => RuleJson.Read(RuleJson.Write(rule)).Problems is { IsEmpty: false } problems
            ? RuleOutcome.Invalid(problems) : await SaveAsync(db, rule, basedOn, revision, actor, cancellationToken), cancellationToken);

    public Task<RuleOutcome> DiscardAsync(string id, int revision, Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync(Role.Admin, actor, async db =>
        {
            if (await db.RuleDrafts.FindAsync([id], cancellationToken) is not { } row || row.Version != revision)
            {
                return RuleOutcome.NotFound;
            }

            db.RuleDrafts.Remove(row);
            await audit.AddAsync(db, actor, AuditAction.DraftDiscarded, id, "", cancellationToken);
            return RuleOutcome.Done(null, 0);
        }, cancellationToken);

    private async Task<RuleOutcome> SaveAsync(
        ConnectDb db, Rule rule, int basedOn, int? revision, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await db.RuleDrafts.FindAsync([rule.Id], cancellationToken) is { } row)
        {
            if (revision != row.Version)
            {
                return RuleOutcome.Conflict(RuleStore.Parse(row.Json), row.Version, rule);
            }

            (row.Json, row.AuthorId, row.At) = (RuleJson.Write(rule), actor.Id, now);
        }
        else
        {
            var entry = await RuleStore.FindAsync(db, rule.Id, cancellationToken);
            if ((entry?.Number ?? 0) != basedOn)
            {
                return entry is null ? RuleOutcome.NotFound : RuleOutcome.Conflict(entry.Rule, entry.Number, rule);
            }

            row = new RuleDraftRow { RuleId = rule.Id, Json = RuleJson.Write(rule), BasedOn = basedOn, AuthorId = actor.Id, At = now };
            db.RuleDrafts.Add(row);
        }

        await audit.AddAsync(db, actor, AuditAction.DraftSaved, rule.Id, "", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return RuleOutcome.Done(rule, row.Version);
    }
}
