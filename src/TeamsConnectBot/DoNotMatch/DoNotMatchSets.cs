using TeamsConnectBot.Data;

namespace TeamsConnectBot.DoNotMatch;

internal static class DoNotMatchSets
{
    extension(ConnectDb db)
    {
        public DbSet<DoNotMatchRow> NotWith => db.Set<DoNotMatchRow>();
    }
}
