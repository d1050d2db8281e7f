using TeamsConnectBot.Data;

namespace TeamsConnectBot.Delivery;

internal static class DeliverySets
{
    extension(ConnectDb db)
    {
        public DbSet<DeliveryPause> DeliveryPauses => db.Set<DeliveryPause>();
    }
}
