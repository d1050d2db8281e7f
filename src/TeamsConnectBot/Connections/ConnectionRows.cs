using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Connections;

internal static class ConnectionRows
{
    public static Task<ConnectionRow?> FindAsync(ConnectDb db, Guid id, CancellationToken cancellationToken) =>
        db.Connections.Include(row => row.Members).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    public static Task<ConnectionRow?> ReadAsync(Database database, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(db => FindAsync(db, id, cancellationToken), cancellationToken);
}
