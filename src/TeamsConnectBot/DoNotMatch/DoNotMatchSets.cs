using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.DoNotMatch;

internal static class DoNotMatchSets
{
    extension(ConnectDb db)
    {
        public DbSet<NotWithRow> NotWith => db.Set<NotWithRow>();
    }
}
