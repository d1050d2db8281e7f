using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Scheduling;
using Microsoft.Extensions.Options;

namespace TeamsConnectBot.Connections;

internal static class ConnectionsFeature
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<InvitationEffects>().AddSingleton<ConnectionEffects>().AddSingleton<Handshake>()
        .AddSingleton<CalendarEvents>().AddSingleton<Arranging>().AddSingleton<EventSync>()
        .AddSingleton<AlternativeSlots>().AddSingleton<Cancellations>().AddSingleton<Ending>().AddSingleton<Withdrawals>()
        .AddSingleton<InvitationCards>().AddSingleton<ConnectionCards>()
        .AddSingleton<MessageSource, InvitationMessages>().AddSingleton<MessageSource, MeetingMessages>()
        .AddSingleton<ChatCommand, WhyCommand>()
        .AddSingleton<CardActionHandler, InvitationAction>()
        .AddSingleton<CardActionHandler, ConnectionAction>()
        .AddSingleton<CardActionHandler, AfterwardsAction>()
        .AddDueTask<Arranging>(
            DueTaskKind.ArrangeConnection, (arranging, task, cancellationToken) => arranging.ArrangeAsync(task, cancellationToken),
            waitsForGraph: true)
        .AddDueTask<EventSync>(
            DueTaskKind.SyncEvent, (sync, task, cancellationToken) => sync.SyncAsync(task, cancellationToken), waitsForGraph: true)
        .AddDueTask<Ending>(
            DueTaskKind.GiveUpMoving, (ending, task, cancellationToken) => ending.GiveUpMovingAsync(task, cancellationToken))
        .AddDueTask<Ending>(DueTaskKind.FinishConnection, (ending, task, cancellationToken) => ending.FinishAsync(task, cancellationToken))
        .AddRecurringJob<EventWatchJob>(
            EventWatchJob.Key, provider => Schedules.Every(provider.GetRequiredService<IOptions<SchedulingOptions>>().Value.WatchEventsEvery));
}
