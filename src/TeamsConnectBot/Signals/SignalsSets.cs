using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Signals;

internal static class SignalsSets
{
    extension(ConnectDb db)
    {
        public DbSet<AiUseDay> AiUseDays => db.Set<AiUseDay>();
    }
}
