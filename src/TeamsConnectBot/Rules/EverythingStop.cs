using TeamsConnectBot.Audit;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Book;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rules;

/// <summary>
/// Stops everything and starts it again, for those in office; see <see cref="Standstill"/>. Nothing is lost: what waits is held, and what
/// became too late meanwhile is dropped with that as its reason.
/// </summary>
internal sealed class EverythingStop(Database database, AuditLog audit, SweepRequests sweeps, TimeProvider clock)
{
    public Task<StopRow?> CurrentAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(db => Standstill.CurrentAsync(db, cancellationToken), cancellationToken);

    public Task<RuleOutcome> StopAsync(Actor actor, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (!actor.Is(Offices.Admin | Offices.WorksCouncil))
            {
                return RuleOutcome.NotAllowed(Offices.Admin | Offices.WorksCouncil);
            }

            await StopAsync(db, actor, actor.Is(Offices.WorksCouncil), cancellationToken);
            return RuleOutcome.Done(null, 0);
        },
        cancellationToken);

    /// <summary>Stops in a transaction. What the staff stopped, by their works council or a vote, stays when an admin wants to go on.</summary>
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

    /// <summary>Goes on, in a transaction.</summary>
    public async Task LiftAsync(ConnectDb db, StopRow stop, Actor actor, CancellationToken cancellationToken)
    {
        (stop.LiftedAt, stop.LiftedById) = (clock.GetCurrentInstant(), actor.Id);
        await audit.AddAsync(db, actor, AuditAction.EverythingStarted, "", "", cancellationToken);
    }

    /// <summary>Goes on. What the works council stopped, only they start again.</summary>
    public async Task<RuleOutcome> StartAsync(Actor actor, CancellationToken cancellationToken)
    {
        var outcome = await database.WriteAsync(
            async db =>
            {
                var stop = await Standstill.CurrentAsync(db, cancellationToken);
                var who = stop is { ByWorksCouncil: true } ? Offices.WorksCouncil : Offices.Admin | Offices.WorksCouncil;
                if (!actor.Is(who))
                {
                    return RuleOutcome.NotAllowed(who);
                }

                if (stop is not null)
                {
                    await LiftAsync(db, stop, actor, cancellationToken);
                }

                return RuleOutcome.Done(null, 0);
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
        return outcome;
    }
}
