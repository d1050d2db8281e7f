namespace TeamsConnectBot.Connections;

internal static class ConnectionsFeature
{
    public static IServiceCollection AddConnections(this IServiceCollection services) => services
        .AddSingleton<InvitationEffects>()
        .AddSingleton<ConnectionEffects>()
        .AddSingleton<Handshake>()
        .AddSingleton<CalendarEvents>()
        .AddSingleton<Arranging>()
        .AddSingleton<EventSync>()
        .AddSingleton<OtherGaps>()
        .AddSingleton<EventWatch>()
        .AddSingleton<Ending>();
}
