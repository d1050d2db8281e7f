using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rules.Book;

/// <summary>The works council's say over changes that use more of people's data.</summary>
internal sealed class Approving(Database database, AuditLog audit, TimeProvider clock)
{
    /// <summary>Approves or refuses what waits. Approved, it is in force at once.</summary>
    /// <param name="id">The rule's.</param>
    /// <param name="number">The version that was looked at.</param>
    /// <param name="approve">Whether they agree.</param>
    /// <param name="actor">Who decides; not whoever asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<RuleOutcome> DecideAsync(string id, int number, bool approve, Actor actor, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (!actor.Is(Offices.WorksCouncil))
            {
                return RuleOutcome.NotAllowed(Offices.WorksCouncil);
            }

            var state = await db.RuleStates.FindAsync([id], cancellationToken);
            var approval = await db.RuleApprovals.SingleOrDefaultAsync(
                row => row.RuleId == id && row.Number == number && row.State == ApprovalState.Waiting, cancellationToken);
            if (state is null || approval is null || state.WaitingNumber != number)
            {
                return RuleOutcome.NotFound;
            }

            if (approval.AskedById == actor.Id)
            {
                return new RuleOutcome(RuleOutcomeKind.AskedYourself);
            }

            (approval.State, approval.DecidedById, approval.DecidedByName, approval.DecidedAt) =
                (approve ? ApprovalState.Approved : ApprovalState.Refused, actor.Id, actor.Name, clock.GetCurrentInstant());
            state.WaitingNumber = null;
            if (approve)
            {
                (state.ActiveNumber, state.IsOn) = (number, true);
            }

            await audit.AddAsync(db, actor, approve ? AuditAction.Approved : AuditAction.Refused, $"{id} {number}", "", cancellationToken);
            var rule = RuleBook.Parse((await db.RuleVersions.FindAsync([id, number], cancellationToken))!.Json);
            return RuleOutcome.Done(rule, number);
        },
        cancellationToken);

    /// <summary>Lets what waits be tried before it is decided: a yes to counting, not yet to acting.</summary>
    /// <param name="id">The rule's.</param>
    /// <param name="number">The version that was looked at.</param>
    /// <param name="actor">Who allows it; not whoever asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<RuleOutcome> AllowTryAsync(string id, int number, Actor actor, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (!actor.Is(Offices.WorksCouncil))
            {
                return RuleOutcome.NotAllowed(Offices.WorksCouncil);
            }

            if (await db.RuleApprovals.SingleOrDefaultAsync(
                row => row.RuleId == id && row.Number == number && row.State == ApprovalState.Waiting, cancellationToken) is not { } approval)
            {
                return RuleOutcome.NotFound;
            }

            if (approval.AskedById == actor.Id)
            {
                return new RuleOutcome(RuleOutcomeKind.AskedYourself);
            }

            if (approval.MayBeTriedSince is null)
            {
                approval.MayBeTriedSince = clock.GetCurrentInstant();
                await audit.AddAsync(db, actor, AuditAction.TryAllowed, $"{id} {number}", "", cancellationToken);
            }

            return RuleOutcome.Done(null, number);
        },
        cancellationToken);
}
