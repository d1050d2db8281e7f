using TeamsConnectBot.Data;

namespace TeamsConnectBot.Meetings;

internal static class MeetingRows
{
    public static Task<MeetingRow?> FindAsync(ConnectDb db, Guid id, CancellationToken cancellationToken) =>
        db.Meetings.Include(row => row.Members).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    public static Task<MeetingRow?> ReadAsync(Database database, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(db => FindAsync(db, id, cancellationToken), cancellationToken);
}
