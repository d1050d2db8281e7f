using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rules.Book;

/// <summary>Changes being made. Two admins at one rule: the second is shown the difference, nothing is overwritten.</summary>
internal sealed class RuleDrafts(Database database, AuditLog audit, TimeProvider clock)
{
    /// <summary>Saves a draft.</summary>
    /// <param name="rule">The rule as it should be.</param>
    /// <param name="basedOn">The version it started from; 0 for a new rule.</param>
    /// <param name="revision">The revision of the draft it changes; null where there was none.</param>
    /// <param name="actor">Who saves it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<RuleOutcome> SaveAsync(Rule rule, int basedOn, int? revision, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Is(Offices.Admin))
        {
            return Task.FromResult(RuleOutcome.NotAllowed(Offices.Admin));
        }

        var problems = RuleJson.Read(RuleJson.Write(rule)).Problems;
        return problems.IsEmpty
            ? database.WriteAsync(db => SaveAsync(db, rule, basedOn, revision, actor, cancellationToken), cancellationToken)
            : Task.FromResult(RuleOutcome.Invalid(problems));
    }

    public Task<RuleOutcome> DiscardAsync(string id, int revision, Actor actor, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (!actor.Is(Offices.Admin))
            {
                return RuleOutcome.NotAllowed(Offices.Admin);
            }

            if (await db.RuleDrafts.FindAsync([id], cancellationToken) is not { } row || row.Version != revision)
            {
                return RuleOutcome.NotFound;
            }

            db.RuleDrafts.Remove(row);
            await audit.AddAsync(db, actor, AuditAction.DraftDiscarded, id, "", cancellationToken);
            return RuleOutcome.Done(null, 0);
        },
        cancellationToken);

    private async Task<RuleOutcome> SaveAsync(ConnectDb db, Rule rule, int basedOn, int? revision, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await db.RuleDrafts.FindAsync([rule.Id], cancellationToken) is { } row)
        {
            if (revision != row.Version)
            {
                return RuleOutcome.Conflict(RuleBook.Parse(row.Json), row.Version, rule);
            }

            row.Json = RuleJson.Write(rule);
            row.AuthorId = actor.Id;
            row.At = now;
        }
        else
        {
            var entry = await RuleBook.FindAsync(db, rule.Id, cancellationToken);
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
