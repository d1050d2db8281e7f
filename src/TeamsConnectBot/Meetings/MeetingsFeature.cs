using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Participants;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Meetings;

internal static class MeetingsFeature
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<InvitationEffects>().AddSingleton<MeetingEffects>().AddSingleton<Handshake>()
        .AddSingleton<YesesOfPaused, TakenBackYeses>()
        .AddSingleton<CalendarEvents>().AddSingleton<Arranging>().AddSingleton<EventSync>()
        .AddSingleton<AlternativeSlots>().AddSingleton<Cancellations>().AddSingleton<Ending>().AddSingleton<Withdrawals>()
        .AddSingleton<InvitationCards>().AddSingleton<MeetingCards>().AddSingleton<Appointments>().AddSingleton<SeasonBook>()
        .AddSingleton<MessageSource, InvitationMessages>().AddSingleton<MessageSource, MeetingMessages>()
        .AddSingleton<ChatCommand, WhyCommand>().AddSingleton<ChatCommand, AppointmentsCommand>()
        .AddSingleton<CardActionHandler, InvitationAction>()
        .AddSingleton<CardActionHandler, MeetingAction>()
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
            EventWatchJob.Key, provider => Schedules.Every(provider.GetRequiredService<IOptions<SchedulingOptions>>()
                .Value.WatchEventsEvery));
}
