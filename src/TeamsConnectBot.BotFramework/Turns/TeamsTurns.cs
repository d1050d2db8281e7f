using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>Gives the SDK's handler what it would drop, and keeps from it what it would get wrong.</summary>
internal sealed class TeamsTurns : IMiddleware
{
    public const string CardAction = "adaptiveCard/action";

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        return activity.Type switch
        {
            // To the SDK an old version that goes because a new one came is a removal; what is kept about somebody would go with it.
            ActivityTypes.InstallationUpdate when activity.Action == Activities.InstallationActions.RemoveUpgrade => Task.CompletedTask,
            // Without an answer in the turn it is 501: the SDK says 400 to some that no bot asked for.
            ActivityTypes.Invoke when activity.Name != CardAction => Task.CompletedTask,
            ActivityTypes.ConversationUpdate => MembersAsync(activity, next, cancellationToken),
            _ => next(cancellationToken),
        };
    }

    /// <summary>The SDK hands on who left only where nobody joined.</summary>
    private static async Task MembersAsync(Activity activity, NextDelegate next, CancellationToken cancellationToken)
    {
        foreach (var member in activity.MembersAdded ?? []) FillIn(member, activity);
        var removed = activity.MembersRemoved;
        if (activity.MembersAdded is not null && removed is not null)
        {
            activity.MembersRemoved = null;
            await next(cancellationToken);
            activity.MembersAdded = null;
            activity.MembersRemoved = removed;
        }

        await next(cancellationToken);
    }

    /// <summary>The SDK asks Teams for each member of whom it is told no more than the id, in the turn; nobody here needs more.</summary>
    private static void FillIn(ChannelAccount member, Activity activity)
    {
        member.Properties ??= [];
        if (!member.Properties.HasValues) member.Properties["tenantId"] = activity.Conversation?.TenantId;
    }
}
