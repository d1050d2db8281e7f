using TeamsConnectBot.PersonalData;

namespace TeamsConnectBot.Organisation;

internal static class OrganisationFeature
{
    public static IServiceCollection AddOrganisation(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<ContactsOptions>(configuration.GetSection(ContactsOptions.Section))
        .AddSingleton<OwnSettings>()
        .AddSingleton<OrganisationStore>()
        .AddOtherColumns(
            new("Holidays", "days the organisation is closed", "Day", "Nl", "En"),
            new("WorkedHolidays", "public holidays on which the organisation works", "Country", "Name"),
            new(
                "HumanContacts", "whom to turn to, as an admin published them for everyone", "Id", "Position", "Name", "NameEn", "Reach",
                "ReachEn"),
            new(
                "ListedTopics", "the topics the organisation offers to choose from", "Key", "Position", "Nl", "En", "QuestionNl",
                "QuestionEn"),
            new("OwnTexts", "the organisation's own words on the cards", "Language", "Key", "Text"));
}
