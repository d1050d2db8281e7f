using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.PersonalData;

namespace TeamsConnectBot.Conversations;

internal static class ConversationsFeature
{
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<IActivityLedger, ActivityLedger>()
        .AddSingleton<ActionRouter>()
        .AddCommandRouter<ChatCommand, ChatTurn>()
        .AddSingleton<Replies>()
        .AddSingleton<HelpOverview>()
        .AddOtherColumns(new OtherColumns(
            "ReceivedActivities", "a hash of Teams' own ids, so that an activity counts once; gone after 7 days", "Key", "At"))
        .AddRetention((db, now, cancellationToken) =>
            db.ReceivedActivities.Where(row => row.At < now - RetentionPeriods.Activities).ExecuteDeleteAsync(cancellationToken));

    /// <summary>Adds the router of the commands for one kind of place.</summary>
    public static IServiceCollection AddCommandRouter<TCommand, TTurn>(this IServiceCollection services)
        where TCommand : Command<TTurn>
        where TTurn : CommandTurn => services.AddSingleton(
            provider => ActivatorUtilities.CreateInstance<CommandRouter<TTurn>>(provider, provider.GetServices<TCommand>()));
}
