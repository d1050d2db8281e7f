using TeamsConnectBot.Audit;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rules;

/// <summary>
/// Stops and resumes everything, for admins and the works council; see <see cref="Standstill"/>. Nothing is lost: pending work is held,
/// and what is too late on resuming is dropped, with that reason.
/// </summary>
internal sealed class EverythingStop(Database database, AuditLog audit, SweepRequests sweeps, TimeProvider clock)
{
    public Task<StopRow?> CurrentAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(db => Standstill.CurrentAsync(db, cancellationToken), cancellationToken);

    public Task<RuleOutcome> StopAsync(Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync(Role.Admin | Role.WorksCouncil, actor, async db =>
        {
            await StopAsync(db, actor, actor.Is(Role.WorksCouncil), cancellationToken);
            return RuleOutcome.Done(null, 0);
        }, cancellationToken);

    /// <summary>
    /// Stops everything, in the caller's transaction. An admin cannot lift a stop that staff made, through their works council or a vote.
    /// </summary>
    public async Task StopAsync(ConnectDb db, Actor actor, bool isOfTheStaff, CancellationToken cancellationToken)
    {
        if (await Standstill.CurrentAsync(db, cancellationToken) is { } stop)
        {
            if (stop.ByWorksCouncil || !isOfTheStaff)
            {
                return;
            }

            (stop.LiftedAt, stop.LiftedById) = (clock.GetCurrentInstant(), actor.Id);
        }

        db.Stops.Add(new StopRow { Id = clock.NewId(), At = clock.GetCurrentInstant(), ById = actor.Id, ByWorksCouncil = isOfTheStaff });
        await audit.AddAsync(db, actor, AuditAction.EverythingStopped, "", "", cancellationToken);
    }

    /// <summary>Resumes everything, in the caller's transaction.</summary>
    public async Task LiftAsync(ConnectDb db, StopRow stop, Actor actor, CancellationToken cancellationToken)
    {
        (stop.LiftedAt, stop.LiftedById) = (clock.GetCurrentInstant(), actor.Id);
        await audit.AddAsync(db, actor, AuditAction.EverythingStarted, "", "", cancellationToken);
    }

    /// <summary>Resumes everything. Only the works council can lift its own stop.</summary>
    public async Task<RuleOutcome> StartAsync(Actor actor, CancellationToken cancellationToken)
    {
        var outcome = await database.WriteAsync(async db =>
        {
            var stop = await Standstill.CurrentAsync(db, cancellationToken);
            var who = stop is { ByWorksCouncil: true } ? Role.WorksCouncil : Role.Admin | Role.WorksCouncil;
            if (!actor.Is(who))
            {
                return RuleOutcome.NotAllowed(who);
            }

            if (stop is not null)
            {
                await LiftAsync(db, stop, actor, cancellationToken);
            }

            return RuleOutcome.Done(null, 0);
        }, cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
        return outcome;
    }
}
