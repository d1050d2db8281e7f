namespace TeamsConnectBot.Organisation;

internal static class OrganisationFeature
{
    public static IServiceCollection AddOrganisation(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<ContactsOptions>(configuration.GetSection(ContactsOptions.Section))
        .AddSingleton<OwnSettings>().AddSingleton<OrganisationStore>();
}
