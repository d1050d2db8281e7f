using TeamsConnectBot.Data;

namespace TeamsConnectBot.DryRuns;

internal static class DryRunsSets
{
    extension(ConnectDb db)
    {
        public DbSet<DryRunMonthRow> DryRunMonths => db.Set<DryRunMonthRow>();

        public DbSet<DryRunAnswerRow> DryRunAnswers => db.Set<DryRunAnswerRow>();
    }
}
