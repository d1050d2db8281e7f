using TeamsConnectBot.Data;

namespace TeamsConnectBot.Figures;

internal static class FiguresSets
{
    extension(ConnectDb db)
    {
        public DbSet<PublicationRow> Publications => db.Set<PublicationRow>();
    }
}
