using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.Privacy.Welcomes;

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
        .AddSingleton<WelcomeMemory>()
        .AddSingleton<ErasureCount>()
        .AddSingleton<Retention>();
}
