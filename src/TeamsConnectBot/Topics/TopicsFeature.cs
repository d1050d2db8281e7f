namespace TeamsConnectBot.Topics;

internal static class TopicsFeature
{
    public static IServiceCollection AddTopics(this IServiceCollection services) => services
        .AddSingleton<TopicBook>().AddSingleton<Interests>()
        .AddTopicsPersonalData();
}
