using TeamsConnectBot.Audit;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.FirstUse;

internal enum FirstUseState
{
    /// <summary>Nobody has decided yet.</summary>
    Open,

    /// <summary>The participants are voting.</summary>
    Voting,

    Approved, Refused,
}

/// <summary>The state of the decision on using the bot.</summary>
/// <param name="VoteUntil">When the current vote closes; null when there is none.</param>
/// <param name="By">Who agreed or refused; null for a vote.</param>
/// <param name="CountsAsWorkingTime">Whether the organisation confirmed that the meetings count as working time.</param>
internal sealed record FirstUseStatus(
    FirstUseState State, FirstUseBody Body, Instant? VoteUntil, Instant? DecidedAt, string? By, bool CountsAsWorkingTime);

/// <summary>Whether the bot may be used at all. Without approval no round starts.</summary>
internal sealed class FirstUseDecision(Database database, AuditLog audit, IOptions<FirstUseOptions> options, TimeProvider clock)
    : UseDecision
{
    /// <summary>Whether the participants decide by a secret vote.</summary>
    public bool IsByVote => options.Value.Body == FirstUseBody.Vote;

    public Task<FirstUseStatus> StatusAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(db => StatusAsync(db, cancellationToken), cancellationToken);

    public async Task<bool> IsApprovedAsync(CancellationToken cancellationToken) =>
        (await StatusAsync(cancellationToken)).State == FirstUseState.Approved;

    public override async Task<bool> IsApprovedAsync(ConnectDb db, CancellationToken cancellationToken) =>
        (await StatusAsync(db, cancellationToken)).State == FirstUseState.Approved;

    /// <summary>Records the decision of a body. Approval requires the confirmation that meetings count as working time.</summary>
    public Task<RuleOutcome> DecideAsync(bool approve, bool countsAsWorkingTime, Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync(Role.WorksCouncil, actor, async db =>
        {
            if (IsByVote)
            {
                return RuleOutcome.NotAllowed(Role.WorksCouncil);
            }

            if (approve && !countsAsWorkingTime)
            {
                return RuleOutcome.Refused("countsAsWorkingTime", "false", "true");
            }

            var now = clock.GetCurrentInstant();
            db.FirstUses.Add(new FirstUseRow
            {
                Id = clock.NewId(), Body = options.Value.Body, AskedAt = now, Approved = approve, DecidedAt = now,
                DecidedById = actor.Id, DecidedByName = actor.Name, CountsAsWorkingTime = countsAsWorkingTime,
            });
            var action = approve ? AuditAction.FirstUseApproved : AuditAction.FirstUseRefused;
            await audit.AddAsync(db, actor, action, options.Value.Body.ToString(), "", cancellationToken);
            return RuleOutcome.Done(null, 0);
        }, cancellationToken);

    /// <summary>The state of the decision, in the caller's transaction.</summary>
    public async Task<FirstUseStatus> StatusAsync(ConnectDb db, CancellationToken cancellationToken)
    {
        var outside = options.Value.AgreedBy is { Length: > 0 } agreed ? agreed : null;
        var decided = await db.FirstUses.OrderByDescending(row => row.AskedAt).Take(2).ToListAsync(cancellationToken);
        if (decided.Count == 0)
        {
            var unset = outside is null ? FirstUseState.Open : FirstUseState.Approved;
            return new FirstUseStatus(unset, options.Value.Body, null, null, outside, CountsAsWorkingTime: outside is not null);
        }

        // While a new vote runs, the earlier decision stays in effect.
        var newest = decided[0];
        var before = decided.Count > 1 ? decided[1].Approved : outside is null ? null : true;
        var state = (newest.Approved, before) switch
        {
            (true, _) or (null, true) => FirstUseState.Approved,
            (false, _) => FirstUseState.Refused,
            _ => FirstUseState.Voting,
        };
        return new FirstUseStatus(
            state, newest.Body, newest.Approved is null ? newest.VoteUntil : null, newest.DecidedAt, newest.DecidedByName,
            newest.CountsAsWorkingTime);
    }
}
