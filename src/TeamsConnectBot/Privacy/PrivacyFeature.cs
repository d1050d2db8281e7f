namespace TeamsConnectBot.Privacy;

internal static class PrivacyFeature
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<ConsentBook>()
        .AddSingleton<Participation>()
        .AddSingleton<SelfReports>()
        .AddSingleton<Departures>()
        .AddSingleton<ErasureCount>()
        .AddSingleton<Retention>();
}
