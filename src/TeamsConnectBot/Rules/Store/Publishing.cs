using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.Checking;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rules.Store;

/// <summary>
/// Puts rules in force, each in one transaction, so that a crash leaves either the old version or the new one. A change that uses more
/// personal data waits for the works council; the code determines whether it must, not the author.
/// </summary>
internal sealed class Publishing(Database database, AuditLog audit, PoolCatalogue pools, TimeProvider clock)
{
    /// <summary>Publishes a draft.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="revision">The revision of the draft that was looked at.</param>
    /// <param name="actor">The person who publishes.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public Task<RuleOutcome> PublishAsync(string id, int revision, Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync(Role.Admin, actor, async db =>
        {
            if (await db.RuleDrafts.FindAsync([id], cancellationToken) is not { } draft)
            {
                return RuleOutcome.NotFound;
            }

            var rule = RuleStore.Parse(draft.Json);
            if (draft.Version != revision)
            {
                return new RuleOutcome(RuleOutcomeKind.Conflict) { Rule = rule, Number = draft.Version };
            }

            var entry = await RuleStore.FindAsync(db, id, cancellationToken);
            if (entry is not null && entry.Number != draft.BasedOn)
            {
                return RuleOutcome.Conflict(entry.Rule, entry.Number, rule);
            }

            var outcome = await PutAsync(db, rule, actor, cancellationToken);
            if (outcome.IsDone)
            {
                db.RuleDrafts.Remove(draft);
            }

            return outcome;
        }, cancellationToken);

    /// <summary>Switches a rule on or off. Off applies at once; on may have to wait for the works council.</summary>
    public Task<RuleOutcome> SwitchAsync(string id, bool on, Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync(Role.Admin, actor, async db =>
        {
            if (await RuleStore.FindAsync(db, id, cancellationToken) is not { Number: > 0 } entry)
            {
                return RuleOutcome.NotFound;
            }

            if (on == entry.IsOn || (on && entry.Waiting == entry.Number))
            {
                return entry.Waiting is null
                    ? RuleOutcome.Done(entry.Rule, entry.Number) : RuleOutcome.Waiting(entry.Rule, entry.Number, []);
            }

            var state = await StateAsync(db, entry, cancellationToken);
            if (on)
            {
                return await CheckAsync(db, entry.Rule, cancellationToken) is { Count: > 0 } problems
                    ? RuleOutcome.Invalid(problems)
                    : await ActivateAsync(db, state, entry.Rule, entry.Number, AuditAction.SwitchedOn, actor, cancellationToken);
            }

            (state.IsOn, state.ActiveNumber, state.WaitingNumber) = (false, entry.Number, null);
            await SupersedeAsync(db, id, cancellationToken);
            await audit.AddAsync(db, actor, AuditAction.SwitchedOff, $"{id} {entry.Number}", "", cancellationToken);
            return RuleOutcome.Done(entry.Rule, entry.Number) with { EndedTrial = await EndTrialAsync(db, id, actor, cancellationToken) };
        }, cancellationToken);

    /// <summary>Adds a rule's next version and puts it in force, or makes it wait for approval.</summary>
    internal async Task<RuleOutcome> PutAsync(ConnectDb db, Rule rule, Actor actor, CancellationToken cancellationToken)
    {
        if (await CheckAsync(db, rule, cancellationToken) is { Count: > 0 } problems)
        {
            return RuleOutcome.Invalid(problems);
        }

        var entry = await RuleStore.FindAsync(db, rule.Id, cancellationToken);
        var known = entry is { Number: > 0 } ? entry : new RuleEntry(rule, 0, false, null, null, false);
        var state = await StateAsync(db, known, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var last = await db.RuleVersions.Where(row => row.RuleId == rule.Id).MaxAsync(row => (int?)row.Number, cancellationToken);
        var number = 1 + (last ?? 0);
        AddVersion(db, rule, number, actor.Id);
        return await ActivateAsync(db, state, rule, number, AuditAction.Published, actor, cancellationToken);
    }

    private async Task<RuleOutcome> ActivateAsync(
        ConnectDb db, RuleStateRow state, Rule rule, int number, AuditAction action, Actor actor, CancellationToken cancellationToken)
    {
        await SupersedeAsync(db, rule.Id, cancellationToken);
        var before = state is { IsOn: true, ActiveNumber: { } active }
            ? RuleStore.Parse((await db.RuleVersions.FindAsync([rule.Id, active], cancellationToken))!.Json) : null;
        if (DataUse.Widens(before, rule) is { Count: > 0 } wider)
        {
            state.WaitingNumber = number;
            db.RuleApprovals.Add(new RuleApprovalRow
            {
                Id = clock.NewId(), RuleId = rule.Id, Number = number, Wider = wider, AskedById = actor.Id,
                AskedByName = actor.Name, AskedAt = clock.GetCurrentInstant(),
            });
            await audit.AddAsync(db, actor, AuditAction.ApprovalAsked, $"{rule.Id} {number}", Describe(wider), cancellationToken);
            return RuleOutcome.Waiting(rule, number, wider);
        }

        (state.ActiveNumber, state.IsOn, state.WaitingNumber) = (number, true, null);
        await audit.AddAsync(db, actor, action, $"{rule.Id} {number}", "", cancellationToken);
        return RuleOutcome.Done(rule, number) with { EndedTrial = await EndTrialAsync(db, rule.Id, actor, cancellationToken) };
    }

    private Task<bool> EndTrialAsync(ConnectDb db, string id, Actor actor, CancellationToken cancellationToken) =>
        RunningTrial.EndAsync(db, audit, id, actor, clock.GetCurrentInstant(), cancellationToken);

    private async Task<IReadOnlyList<RuleProblem>> CheckAsync(ConnectDb db, Rule rule, CancellationToken cancellationToken)
    {
        var counts = await db.Participants.Where(person => person.JoinedAt != null).GroupBy(person => person.PoolId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return [.. RuleValidator.CheckIn(rule, pools.All.ToDictionary(pool => pool.Id, pool => counts.GetValueOrDefault(pool.Id)))];
    }

    // A shipped rule has no rows until its first change.
    private async Task<RuleStateRow> StateAsync(ConnectDb db, RuleEntry entry, CancellationToken cancellationToken)
    {
        if (await db.RuleStates.FindAsync([entry.Rule.Id], cancellationToken) is { } state)
        {
            return state;
        }

        state = new RuleStateRow { RuleId = entry.Rule.Id, IsOn = entry.IsOn, ActiveNumber = entry.IsOn ? entry.Number : null };
        db.RuleStates.Add(state);
        if (entry.Number > 0)
        {
            AddVersion(db, entry.Rule, entry.Number, ShippedRules.Author);
        }

        return state;
    }

    private void AddVersion(ConnectDb db, Rule rule, int number, string authorId) => db.RuleVersions.Add(new RuleVersionRow
    {
        RuleId = rule.Id, Number = number, Json = RuleJson.Write(rule), AuthorId = authorId, At = clock.GetCurrentInstant(),
    });

    private static async Task SupersedeAsync(ConnectDb db, string id, CancellationToken cancellationToken)
    {
        var waiting = db.RuleApprovals.Where(row => row.RuleId == id && row.State == ApprovalState.Waiting);
        foreach (var approval in await waiting.ToListAsync(cancellationToken))
        {
            approval.State = ApprovalState.Superseded;
        }
    }

    private static string Describe(IEnumerable<WiderUse> wider) =>
        string.Join("; ", wider.Select(one => $"{one.Kind}: {one.Before} → {one.After}"));
}
