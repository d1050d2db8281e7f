using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals;

/// <summary>Plans and removes the due tasks of rituals.</summary>
internal sealed class RitualTimers(DueTasks tasks, PlanTimes times, Unannounced unannounced, TimeProvider clock)
{
    /// <summary>Plans the next announcement of a ritual, immediately if its time has passed.</summary>
    public async Task SetNextAsync(ConnectDb db, Ritual ritual, CancellationToken cancellationToken)
    {
        if (ritual.IsEnded || await unannounced.NextAsync(db, ritual, cancellationToken) is not { } next)
        {
            await RemoveNextAsync(db, ritual, cancellationToken);
            return;
        }

        await tasks.SetAsync(
            db, DueTaskKind.AnnounceRitual, ritual.Id, Instant.Max(times.AnnouncedAt(ritual.Plan, next), clock.GetCurrentInstant()),
            cancellationToken);
    }

    public static Task RemoveNextAsync(ConnectDb db, Ritual ritual, CancellationToken cancellationToken) =>
        DueTasks.RemoveAsync(db, DueTaskKind.AnnounceRitual, ritual.Id, cancellationToken);

    public Task SetEndAsync(ConnectDb db, Occurrence occurrence, CancellationToken cancellationToken) =>
        tasks.SetAsync(db, DueTaskKind.FinishOccurrence, occurrence.Id, occurrence.Time.End, cancellationToken);

    /// <summary>Makes the synchronisation of the calendar series with the plan due now.</summary>
    public Task SetCalendarAsync(ConnectDb db, Guid ritualId, CancellationToken cancellationToken) =>
        tasks.SetAsync(db, DueTaskKind.SyncRitualEvent, ritualId, clock.GetCurrentInstant(), cancellationToken);

    public Task SetGoodbyeAsync(ConnectDb db, Space space, Instant at, CancellationToken cancellationToken) =>
        tasks.SetAsync(db, DueTaskKind.LeaveSpace, space.Id, at, cancellationToken);

    public static Task RemoveGoodbyeAsync(ConnectDb db, Space space, CancellationToken cancellationToken) =>
        DueTasks.RemoveAsync(db, DueTaskKind.LeaveSpace, space.Id, cancellationToken);

    public Task SetRevisitAsync(ConnectDb db, Space space, Instant at, CancellationToken cancellationToken) =>
        tasks.SetAsync(db, DueTaskKind.RevisitCharter, space.Id, at, cancellationToken);

    public Task SetCloseAsync(ConnectDb db, Proposal proposal, CancellationToken cancellationToken) =>
        tasks.SetAsync(db, DueTaskKind.CloseVote, proposal.Id, proposal.ClosesAt, cancellationToken);
}
