using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Delivery;

internal static class DeliveryFeature
{
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<Outbox>().AddSingleton<MessageSources>().AddSingleton<CardComposer>().AddSingleton<MessageHold>()
        .AddSingleton<PersonalCards>().AddSingleton<MessageSource, PersonalMessages>().AddSingleton<MessageRecipients, PersonRecipients>()
        .AddSingleton<DeliveryCircuitBreaker>().AddSingleton<DeliveryStanding>().AddSingleton<SendSlots>()
        .AddSingleton<Sender>().AddSingleton<MessageRecords>()
        .AddSingleton<MessageDispatch>().AddSingleton<StaleCards>().AddSingleton<InterruptedMessages>()
        .AddOtherColumns(new OtherColumns(
            "DeliveryPauses", "that Teams takes no messages, from anyone; gone when it is over", "Id", "Since", "Until", "Failure",
            "IsRefused"))
        .AddSweepStep<InterruptedMessages>(SweepPhase.Recover, async (interrupted, shard, cancellationToken) =>
        {
            await interrupted.ResolveAsync(shard, cancellationToken);
            return false;
        })
        .AddSweepStep<MessageDispatch>(
            SweepPhase.Messages, (dispatch, shard, cancellationToken) => dispatch.SendDueAsync(shard, cancellationToken))
        .AddSweepStep<StaleCards>(SweepPhase.Edits, (cards, shard, cancellationToken) => cards.EditAsync(shard, cancellationToken));
}
