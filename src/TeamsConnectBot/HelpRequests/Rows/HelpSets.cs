using TeamsConnectBot.Data;

namespace TeamsConnectBot.HelpRequests.Rows;

internal static class HelpSets
{
    extension(ConnectDb db)
    {
        public DbSet<HelpRequestRow> HelpRequests => db.Set<HelpRequestRow>();

        public DbSet<HelpOfferRow> HelpOffers => db.Set<HelpOfferRow>();

        public DbSet<HelperRow> Helpers => db.Set<HelperRow>();
    }
}
