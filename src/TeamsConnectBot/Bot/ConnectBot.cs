using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Commands;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Rituals.Actions;
using TeamsConnectBot.Rituals.Commands;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Bot;

/// <summary>What comes in from Teams, and who takes it.</summary>
internal sealed class ConnectBot(
    Arrivals arrivals, Departures departures, ActionRouter actions, CommandRouter commands, CardComposer composer,
    PersonalCards personal, PersonalRituals rituals, SpaceTurns spaces, SpaceActionRouter spaceActions, WorkInFlight work) : TeamsActivityHandler
{
    protected override async Task OnMembersAddedAsync(
        IReadOnlyList<ChannelAccount> members, TurnContext turnContext, CancellationToken cancellationToken) =>
        await ArriveAsync(turnContext.Activity, cancellationToken);

    protected override async Task OnMembersRemovedAsync(
        IReadOnlyList<ChannelAccount> members, TurnContext turnContext, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        if (!IsPersonal(turnContext.Activity))
        {
            await spaces.MembersLeftAsync(members, turnContext.Activity, cancellationToken);
        }
    }

    protected override async Task OnBotAddedAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        await spaces.AddedAsync(turnContext, cancellationToken);
    }

    protected override async Task OnBotRemovedAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        await spaces.RemovedAsync(turnContext, cancellationToken);
    }

    protected override async Task OnTeamEventAsync(string eventType, TurnContext turnContext, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        await spaces.HappenedAsync(eventType, turnContext.Activity, cancellationToken);
    }

    protected override async Task OnInstallationUpdateAddAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        // A new version of the app is no reason to begin again with someone who was erased.
        if (turnContext.Activity.Action != InstallationActions.AddUpgrade)
        {
            await ArriveAsync(turnContext.Activity, cancellationToken);
        }
    }

    protected override async Task OnInstallationUpdateRemoveAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        if (IsPersonal(turnContext.Activity) && turnContext.Activity.From?.AadObjectId is { } personId)
        {
            await departures.LeaveAsync(personId, cancellationToken);
        }
    }

    protected override async Task OnMessageAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        if (!IsPersonal(turnContext.Activity))
        {
            await spaces.WroteAsync(turnContext, cancellationToken);
            return;
        }

        if (await arrivals.WroteAsync(turnContext.Activity, cancellationToken) is not ({ } person, var isNew))
        {
            return;
        }

        var text = turnContext.Activity.TextWithoutRecipientMention();
        var card = await rituals.AnswerAsync(turnContext.Activity, text, cancellationToken) ?? await commands.AnswerAsync(person, text, cancellationToken);
        card = isNew && card is UnknownInputCard ? personal.Welcome(person) : card;
        var reader = composer.ReaderFor(person);
        await turnContext.SendActivityAsync(MessageFactory.Card(card.Build(reader), card.Summary(reader.Texts)), cancellationToken);
    }

    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardActionAsync(
        AdaptiveCardInvoke invoke, TurnContext turnContext, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        var activity = turnContext.Activity;
        if (!IsPersonal(activity) || spaceActions.Knows(invoke.Verb))
        {
            return await spaces.ClickedAsync(invoke, turnContext, cancellationToken);
        }

        if (await arrivals.KnownAsync(activity, cancellationToken) is not { } person)
        {
            // Erased, perhaps by this very click when it was delivered before.
            Card gone = invoke.Verb == Verbs.Forget ? new ForgottenCard() : new StateCard(CardState.Gone);
            return AdaptiveCardInvokeResponse.Card(gone.Build(composer.ReaderFor(activity.Locale)));
        }

        // Whatever the card claims to be about is checked by the action; an id that is none is about nothing.
        var reference = new CardRef(Guid.TryParse(invoke.Text("id"), out var id) ? id : Guid.Empty, invoke.Text("nonce") ?? "");
        var reader = composer.ReaderFor(person);
        var card = await actions.HandleAsync(
            new Click(person.PersonId, invoke.Verb, reference, invoke.Data, invoke.CardActivityId, reader.Texts), cancellationToken);

        // The clicked card stays, or there would be no button left to try again with.
        return card is StateCard { State: CardState.TryAgain }
            ? AdaptiveCardInvokeResponse.Message(reader.Texts.State.TryAgain.Line)
            : AdaptiveCardInvokeResponse.Card(card.Build(reader));
    }

    // Every action may be repeated: it changes nothing the second time and shows how things are.
    protected override Task<AdaptiveCardInvokeResponse> OnRepeatedAdaptiveCardActionAsync(
        AdaptiveCardInvoke invoke, TurnContext turnContext, CancellationToken cancellationToken) =>
        OnAdaptiveCardActionAsync(invoke, turnContext, cancellationToken);

    protected override string WorkingOnIt(Activity activity) => Texts.For(activity.Locale).State.Working;

    private async Task ArriveAsync(Activity activity, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        if (IsPersonal(activity))
        {
            await arrivals.InstalledAsync(activity, cancellationToken);
        }
    }

    private static bool IsPersonal(Activity activity) => activity.Conversation?.ConversationType is null or ConversationTypes.Personal;
}
