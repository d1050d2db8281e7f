using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Rituals.Spaces;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Bot;

/// <summary>Receives every activity from Teams and passes it on: a person's own chat and shared spaces are handled separately.</summary>
internal sealed class ConnectBot(
    Arrivals arrivals, PersonErasure erasure, PersonalLeavers leavers, OwnChat chat, SpaceTurns spaces, SpaceEvents events,
    FileConsents files, ActionRouter actions, WorkInFlight work) : TeamsActivityHandler
{
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        await base.OnTurnAsync(turnContext, cancellationToken);
    }

    // Overridden as a whole: the SDK does not know some events, and treats leaving a shared channel as leaving the team.
    protected override async Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = ActivityOf(turnContext);
        if (!activity.IsPersonal())
        {
            await (activity.MembersAdded is null && activity.MembersRemoved is null
                ? events.ChangedAsync(activity, cancellationToken)
                : events.MembersAsync(turnContext, cancellationToken));
            return;
        }

        // The bot itself is skipped, because in a personal chat an installation event reports that it was added or removed.
        if (activity.MembersAdded?.ExceptBot(activity) is { Count: > 0 })
        {
            // Teams sends this without a language, and the installation event with one: that one has the welcome sent.
            await (activity.Locale is { Length: > 0 }
                ? arrivals.InstalledAsync(activity, cancellationToken)
                : arrivals.KnownAsync(activity, cancellationToken));
        }

        if (activity.MembersRemoved is { Count: > 0 } removed)
        {
            await leavers.LookAsync(activity, removed.ExceptBot(activity), cancellationToken);
        }
    }

    protected override async Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        // An upgrade of the app must not bring back somebody who was erased.
        if (turnContext.Activity.Action == InstallationActions.AddUpgrade)
        {
            return;
        }

        var activity = ActivityOf(turnContext);
        await (activity.IsPersonal()
            ? arrivals.InstalledAsync(activity, cancellationToken)
            : events.InstalledAsync(turnContext, cancellationToken));
    }

    protected override async Task OnInstallationUpdateRemoveAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = ActivityOf(turnContext);
        if (!activity.IsPersonal())
        {
            await events.RemovedAsync(activity, cancellationToken);
        }
        else if (activity.From?.AadObjectId is { } personId)
        {
            await erasure.EraseAsync(personId, cancellationToken);
        }
    }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.IsPersonal()
            ? chat.WroteAsync(turnContext, cancellationToken)
            : spaces.WroteAsync(turnContext, cancellationToken);

    // Teams may deliver a click again after it was handled: no handler changes anything the second time.
    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        var click = CardClick.Of(turnContext, invokeValue);
        if (turnContext.Activity.IsPersonal())
        {
            if (!actions.WorksInSpaces(click.Verb))
            {
                return await chat.ClickedAsync(turnContext, click, cancellationToken);
            }

            await chat.UseLanguageAsync(turnContext, cancellationToken);
        }

        return await spaces.ClickedAsync(turnContext, click, cancellationToken);
    }

    // Overridden as a whole, because the SDK refuses an answer that it does not expect.
    protected override async Task<InvokeResponse> OnTeamsFileConsentAsync(
        ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken)
    {
        await files.AnsweredAsync(turnContext, cancellationToken);
        return CreateInvokeResponse();
    }

    private static Activity ActivityOf(ITurnContext turnContext) => turnContext.Activity;
}
