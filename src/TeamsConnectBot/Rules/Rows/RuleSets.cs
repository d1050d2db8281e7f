using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rules.Rows;

internal static class RuleSets
{
    extension(ConnectDb db)
    {
        public DbSet<RuleVersionRow> RuleVersions => db.Set<RuleVersionRow>();

        public DbSet<RuleStateRow> RuleStates => db.Set<RuleStateRow>();

        public DbSet<RuleDraftRow> RuleDrafts => db.Set<RuleDraftRow>();

        public DbSet<RuleApprovalRow> RuleApprovals => db.Set<RuleApprovalRow>();

        public DbSet<ExperimentRow> Trials => db.Set<ExperimentRow>();
    }
}
