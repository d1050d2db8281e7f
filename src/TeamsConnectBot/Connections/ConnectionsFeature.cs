namespace TeamsConnectBot.Connections;

internal static class ConnectionsFeature
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<InvitationEffects>()
        .AddSingleton<ConnectionEffects>()
        .AddSingleton<Handshake>()
        .AddSingleton<CalendarEvents>()
        .AddSingleton<Arranging>()
        .AddSingleton<EventSync>()
        .AddSingleton<OtherGaps>()
        .AddSingleton<CantMakeIt>()
        .AddSingleton<EventWatch>()
        .AddSingleton<Ending>();
}
