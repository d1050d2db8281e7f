namespace TeamsConnectBot.HelpRequests;

/// <summary>Asking a colleague for help without naming anybody before both said yes.</summary>
internal static class HelpRequestsFeature
{
    public static IServiceCollection AddHelpRequests(this IServiceCollection services) => services
        .AddHelpRequestPersonalData();
}
