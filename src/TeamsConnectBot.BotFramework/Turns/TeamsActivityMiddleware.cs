using Microsoft.Bot.Builder;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>Adapts Teams' activities where the SDK's handler would drop or misread them.</summary>
internal sealed class TeamsActivityMiddleware : IMiddleware
{
    public const string CardInvoke = "adaptiveCard/action";

    private const string FileConsent = "fileConsent/invoke";

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        return activity.Type switch
        {
            // The SDK treats the removal of an old version during an upgrade as an uninstall, which would erase the person's data.
            ActivityTypes.InstallationUpdate when activity.Action == InstallationActions.RemoveUpgrade => Task.CompletedTask,
            // An invoke that the turn does not answer gets 501. The SDK answers 400 to some kinds that this bot never uses.
            ActivityTypes.Invoke when activity.Name is not (CardInvoke or FileConsent) => Task.CompletedTask,
            ActivityTypes.ConversationUpdate => MembersAsync(activity, next, cancellationToken),
            _ => next(cancellationToken),
        };
    }

    /// <summary>The SDK reports who left only when nobody joined in the same activity, so the two lists are handled one by one.</summary>
    private static async Task MembersAsync(Activity activity, NextDelegate next, CancellationToken cancellationToken)
    {
        foreach (var member in activity.MembersAdded ?? [])
        {
            // The SDK looks up, within the turn, each new member of whom only the id is known. Nobody here needs more than that.
            member.Properties ??= [];
            if (!member.Properties.HasValues)
            {
                member.Properties["tenantId"] = activity.Conversation?.TenantId;
            }
        }

        if (activity is { MembersAdded: not null, MembersRemoved: { } removed })
        {
            activity.MembersRemoved = null;
            await next(cancellationToken);
            (activity.MembersAdded, activity.MembersRemoved) = (null, removed);
        }

        await next(cancellationToken);
    }
}
