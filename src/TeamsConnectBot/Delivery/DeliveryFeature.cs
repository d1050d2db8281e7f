using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Delivery;

internal static class DeliveryFeature
{
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<SendSlots>()
        .AddSingleton<Outbox>()
        .AddSingleton<PersonalCards>()
        .AddSingleton<MessageSource, PersonalMessages>()
        .AddSingleton<MessageSources>()
        .AddSingleton<CardComposer>()
        .AddSingleton<DeliveryCircuitBreaker>()
        .AddSingleton<DeliveryStanding>()
        .AddSingleton<DeliveryOutcome>()
        .AddSingleton<DayOffHold>()
        .AddSingleton<MessageSender>()
        .AddSingleton<MessageDispatch>()
        .AddSingleton<StaleCards>()
        .AddSingleton<InterruptedMessages>()
        .AddOtherColumns(new OtherColumns(
            "DeliveryPauses", "that Teams takes no messages, from anyone; gone when it is over", "Id", "Since", "Until", "Failure",
            "IsRefused"))
        .AddSweepStep<InterruptedMessages>(SweepPhase.Recover, async (interrupted, shard, cancellationToken) =>
        {
            await interrupted.ResolveAsync(shard, cancellationToken);
            return false;
        })
        .AddSweepStep<MessageDispatch>(SweepPhase.Messages, (dispatch, shard, cancellationToken) => dispatch.SendDueAsync(shard, cancellationToken))
        .AddSweepStep<StaleCards>(SweepPhase.Edits, (cards, shard, cancellationToken) => cards.EditAsync(shard, cancellationToken));
}
