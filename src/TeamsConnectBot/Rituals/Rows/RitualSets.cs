using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rituals.Rows;

internal static class RitualSets
{
    extension(ConnectDb db)
    {
        public DbSet<Space> Spaces => db.Set<Space>();

        public DbSet<Ritual> Rituals => db.Set<Ritual>();

        public DbSet<RitualMember> RitualMembers => db.Set<RitualMember>();

        public DbSet<Occurrence> Occurrences => db.Set<Occurrence>();

        public DbSet<Coming> Coming => db.Set<Coming>();

        public DbSet<PostedQuestion> PostedQuestions => db.Set<PostedQuestion>();

        public DbSet<Draft> Drafts => db.Set<Draft>();

        public DbSet<RitualChange> RitualChanges => db.Set<RitualChange>();

        public DbSet<Proposal> Proposals => db.Set<Proposal>();

        public DbSet<Vote> Votes => db.Set<Vote>();
    }
}
