using TeamsConnectBot.Privacy.NotWith;

namespace TeamsConnectBot.Privacy;

internal static class PrivacyFeature
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<ConsentBook>()
        .AddSingleton<Participation>()
        .AddSingleton<SelfReports>()
        .AddSingleton<Departures>()
        .AddSingleton<NotWithBook>()
        .AddSingleton<NotWithTalk>()
        .AddSingleton<DirectoryLook>()
        .AddSingleton<ErasureCount>()
        .AddSingleton<Retention>();
}
