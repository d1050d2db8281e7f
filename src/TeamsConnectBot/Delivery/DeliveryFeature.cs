using TeamsConnectBot.Connections;

namespace TeamsConnectBot.Delivery;

internal static class DeliveryFeature
{
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<SendSlots>()
        .AddSingleton<Outbox>()
        .AddSingleton<InvitationCards>()
        .AddSingleton<ConnectionCards>()
        .AddSingleton<PersonalCards>()
        .AddSingleton<CardComposer>()
        .AddSingleton<DeliveryCircuitBreaker>()
        .AddSingleton<DeliveryStanding>()
        .AddSingleton<DeliveryOutcome>()
        .AddSingleton<Unreachable>()
        .AddSingleton<DayOffHold>()
        .AddSingleton<MessageSender>()
        .AddSingleton<MessageDispatch>()
        .AddSingleton<StaleCards>()
        .AddSingleton<InterruptedMessages>();
}
