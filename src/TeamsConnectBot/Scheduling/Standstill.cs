using TeamsConnectBot.Data;

namespace TeamsConnectBot.Scheduling;

/// <summary>
/// Whether somebody stopped everything: then nobody is invited and nobody is paired. It takes effect at once, because each of these steps
/// checks it just before. Planned invitations are held; meetings that people agreed on go on.
/// </summary>
internal sealed class Standstill(Database database)
{
    public async Task<bool> IsOnAsync(CancellationToken cancellationToken) =>
        await database.ReadAsync(db => CurrentAsync(db, cancellationToken), cancellationToken) is not null;

    public static Task<StopRow?> CurrentAsync(ConnectDb db, CancellationToken cancellationToken) =>
        db.Stops.FirstOrDefaultAsync(row => row.LiftedAt == null, cancellationToken);

    /// <summary>The tasks that may run: while everything is stopped, none that invites or pairs people.</summary>
    public static IQueryable<DueTask> Allowed(IQueryable<DueTask> tasks, ConnectDb db) => tasks.Where(task =>
        (task.Kind != DueTaskKind.InviteRound && task.Kind != DueTaskKind.SettleRound && task.Kind != DueTaskKind.AskColleagues)
        || !db.Set<StopRow>().Any(stop => stop.LiftedAt == null));

    /// <summary>The messages that may be sent: while everything is stopped, no invitations and no questions.</summary>
    public static IQueryable<Message> Allowed(IQueryable<Message> messages, ConnectDb db) => messages.Where(message =>
        (message.Kind != MessageKind.Invitation && message.Kind != MessageKind.HelpOffer)
        || !db.Set<StopRow>().Any(stop => stop.LiftedAt == null));
}
