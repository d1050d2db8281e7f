namespace TeamsConnectBot.Status;

internal static class StatusFeature
{
    /// <summary>What is checked, in the order in which it is shown.</summary>
    public static IServiceCollection AddStatus(this IServiceCollection services) => services
        .AddSingleton<StatusCheck, DatabaseCheck>().AddSingleton<StatusCheck, SchedulerCheck>()
        .AddSingleton<StatusCheck, TeamsTokenCheck>().AddSingleton<StatusCheck, SendingCheck>()
        .AddSingleton<StatusCheck, GraphTokenCheck>().AddSingleton<StatusCheck, GraphCheck>()
        .AddSingleton<StatusBoard>().AddHostedService(provider => provider.GetRequiredService<StatusBoard>());
}
