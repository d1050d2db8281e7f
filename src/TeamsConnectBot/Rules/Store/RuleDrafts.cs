using System.Security.Cryptography;
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
    /// <param name="basedOn">The version that was shown; 0 for a new rule.</param>
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
        var row = await db.RuleDrafts.FindAsync([rule.Id], cancellationToken);
        var entry = await RuleStore.FindAsync(db, rule.Id, cancellationToken);
        if (revision != row?.Version)
        {
            return row is not null ? RuleOutcome.Conflict(RuleStore.Parse(row.Json), row.Version, rule)
                : entry is null ? RuleOutcome.NotFound : await ConflictAsync(db, entry, rule, cancellationToken);
        }

        if ((entry?.Number ?? 0) != basedOn)
        {
            return entry is null ? RuleOutcome.NotFound : RuleOutcome.Conflict(entry.Rule, entry.Number, rule);
        }

        var (json, now) = (RuleJson.Write(rule), clock.GetCurrentInstant());
        if (row is not null)
        {
            (row.Json, row.BasedOn, row.AuthorId, row.At) = (json, basedOn, actor.Id, now);
        }
        else
        {
            row = new RuleDraftRow
            {
                RuleId = rule.Id, Json = json, BasedOn = basedOn, AuthorId = actor.Id, At = now,

                // So that a form with an earlier draft of this rule is not taken for a form with this one.
                Version = RandomNumberGenerator.GetInt32(int.MaxValue / 2),
            };
            db.RuleDrafts.Add(row);
        }

        await audit.AddAsync(db, actor, AuditAction.DraftSaved, rule.Id, "", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return RuleOutcome.Done(rule, row.Version);
    }

    // The draft is gone: if it was published and waits, the difference is with what waits.
    private static async Task<RuleOutcome> ConflictAsync(ConnectDb db, RuleEntry entry, Rule rule, CancellationToken cancellationToken) =>
        entry.Waiting is { } number && await RuleStore.VersionAsync(db, rule.Id, number, cancellationToken) is { } waiting
            ? RuleOutcome.Conflict(waiting, number, rule) : RuleOutcome.Conflict(entry.Rule, entry.Number, rule);
}
