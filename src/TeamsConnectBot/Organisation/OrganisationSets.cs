using TeamsConnectBot.Data;

namespace TeamsConnectBot.Organisation;

internal static class OrganisationSets
{
    extension(ConnectDb db)
    {
        public DbSet<HolidayRow> Holidays => db.Set<HolidayRow>();

        public DbSet<WorkedHolidayRow> WorkedHolidays => db.Set<WorkedHolidayRow>();

        public DbSet<HumanContactRow> HumanContacts => db.Set<HumanContactRow>();

        public DbSet<TopicListRow> ListedTopics => db.Set<TopicListRow>();

        public DbSet<OwnText> OwnTexts => db.Set<OwnText>();
    }
}
