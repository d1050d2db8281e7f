using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>
/// What a bot does with what comes in: override what it cares about. A new instance serves each activity. The cancellation
/// token belongs to the application, not to the request: work that takes longer than the answer may goes on.
/// </summary>
public abstract class TeamsActivityHandler
{
    /// <summary>Somebody wrote to the bot.</summary>
    protected internal virtual Task OnMessageAsync(TurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Others than the bot joined the conversation.</summary>
    /// <param name="members">Who; the bot itself is left out.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Ends with the application.</param>
    protected internal virtual Task OnMembersAddedAsync(
        IReadOnlyList<ChannelAccount> members, TurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Others than the bot left the conversation.</summary>
    /// <param name="members">Who; the bot itself is left out.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Ends with the application.</param>
    protected internal virtual Task OnMembersRemovedAsync(
        IReadOnlyList<ChannelAccount> members, TurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The bot was added to a team or a group chat. In a personal chat the installation tells it.</summary>
    protected internal virtual Task OnBotAddedAsync(TurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The bot was removed from a team or a group chat; it can write there no more.</summary>
    protected internal virtual Task OnBotRemovedAsync(TurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Something happened to a team or a channel, such as <c>channelDeleted</c> or <c>teamRenamed</c>.</summary>
    /// <param name="eventType">As <c>channelData.eventType</c> names it.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Ends with the application.</param>
    protected internal virtual Task OnTeamEventAsync(string eventType, TurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>
    /// The app was installed, or a new version of it. A conversationUpdate comes too, in either order: greet once.
    /// </summary>
    protected internal virtual Task OnInstallationUpdateAddAsync(TurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>
    /// The app was removed. Not called for <c>remove-upgrade</c> (unlike the official SDK), since what is kept about somebody
    /// goes here, and an upgrade is no reason for that.
    /// </summary>
    protected internal virtual Task OnInstallationUpdateRemoveAsync(TurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>
    /// A button was clicked: an Action.Execute, or the Action.Submit that stands in for it. A card in the answer takes the old
    /// one's place: in the answer itself, or by an update of the message when the answer comes late or cannot carry one.
    /// </summary>
    protected internal virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardActionAsync(
        AdaptiveCardInvoke invoke, TurnContext turnContext, CancellationToken cancellationToken) =>
        Task.FromResult(AdaptiveCardInvokeResponse.Error(400, "NotSupported", "The bot has no card actions."));

    /// <summary>
    /// The same click was delivered again, it was acted on, and its answer is no longer held. Do nothing; show how things are.
    /// </summary>
    protected internal virtual Task<AdaptiveCardInvokeResponse> OnRepeatedAdaptiveCardActionAsync(
        AdaptiveCardInvoke invoke, TurnContext turnContext, CancellationToken cancellationToken) =>
        Task.FromResult(AdaptiveCardInvokeResponse.Message(WorkingOnIt(turnContext.Activity)));

    /// <summary>
    /// What a clicker reads when the answer takes longer than it may, in their language. Called before the action, on its own:
    /// it should return at once.
    /// </summary>
    protected internal virtual string WorkingOnIt(Activity activity) => UsualWorkingOnIt(activity);

    internal static string UsualWorkingOnIt(Activity activity) =>
        activity?.Locale?.StartsWith("nl", StringComparison.OrdinalIgnoreCase) == true
            ? "Komt eraan. Deze kaart wordt zo bijgewerkt."
            : "On its way. This card will be updated in a moment.";
}
