using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
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
    protected override async Task OnTeamsMembersAddedAsync(
        IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken)
    {
        var others = teamsMembersAdded.ExceptBot(turnContext.Activity);
        if (others.Count > 0)
        {
            await ArriveAsync(turnContext, cancellationToken);
        }

        // In a personal chat the installation tells that the bot is there.
        if (others.Count < teamsMembersAdded.Count && !IsPersonal(turnContext))
        {
            using var item = work.Begin();
            await spaces.AddedAsync(turnContext, cancellationToken);
        }
    }

    protected override async Task OnTeamsMembersRemovedAsync(
        IList<TeamsChannelAccount> teamsMembersRemoved, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        if (IsPersonal(turnContext))
        {
            return;
        }

        var others = teamsMembersRemoved.ExceptBot(turnContext.Activity);
        if (others.Count > 0)
        {
            await spaces.MembersLeftAsync(others, ActivityOf(turnContext), cancellationToken);
        }

        if (others.Count < teamsMembersRemoved.Count)
        {
            await spaces.RemovedAsync(turnContext, cancellationToken);
        }
    }

    protected override async Task OnTeamsChannelDeletedAsync(
        ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        if (!IsPersonal(turnContext) && channelInfo?.Id is { } channel)
        {
            await spaces.ChannelDeletedAsync(channel, cancellationToken);
        }
    }

    protected override async Task OnTeamsChannelRestoredAsync(
        ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        if (!IsPersonal(turnContext) && channelInfo?.Id is { } channel)
        {
            await spaces.ChannelRestoredAsync(channel, cancellationToken);
        }
    }

    protected override async Task OnTeamsTeamDeletedAsync(
        TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        if (!IsPersonal(turnContext))
        {
            await spaces.RemovedAsync(turnContext, cancellationToken);
        }
    }

    protected override async Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        // A new version of the app is no reason to begin again with someone who was erased.
        if (turnContext.Activity.Action != InstallationActions.AddUpgrade)
        {
            await ArriveAsync(turnContext, cancellationToken);
        }
    }

    protected override async Task OnInstallationUpdateRemoveAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        if (IsPersonal(turnContext) && turnContext.Activity.From?.AadObjectId is { } personId)
        {
            await departures.LeaveAsync(personId, cancellationToken);
        }
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        if (!IsPersonal(turnContext))
        {
            await spaces.WroteAsync(turnContext, cancellationToken);
            return;
        }

        var activity = ActivityOf(turnContext);
        if (await arrivals.WroteAsync(activity, cancellationToken) is not ({ } person, var isNew))
        {
            return;
        }

        var text = activity.TextWithoutRecipientMention();
        var card = await rituals.AnswerAsync(activity, text, cancellationToken)
            ?? await commands.AnswerAsync(person, text, cancellationToken);
        card = isNew && card is UnknownInputCard ? personal.Welcome(person) : card;
        var reader = composer.ReaderFor(person);
        await turnContext.SendActivityAsync(card.Build(reader).ToMessage(card.Summary(reader.Texts)), cancellationToken);
    }

    // A click that was acted on may come again: every action changes nothing the second time and shows how things are.
    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        var click = CardClick.Of(turnContext, invokeValue);
        if (!IsPersonal(turnContext) || spaceActions.Knows(click.Verb))
        {
            return await spaces.ClickedAsync(click, turnContext, cancellationToken);
        }

        var activity = ActivityOf(turnContext);
        if (await arrivals.KnownAsync(activity, cancellationToken) is not { } person)
        {
            // Erased, perhaps by this very click when it was delivered before.
            Card gone = click.Verb == Verbs.Forget ? new ForgottenCard() : new StateCard(CardState.Gone);
            return CardAnswer.Card(gone.Build(composer.ReaderFor(activity.Locale)));
        }

        // Whatever the card claims to be about is checked by the action; an id that is none is about nothing.
        var reference = new CardRef(Guid.TryParse(click.Text("id"), out var id) ? id : Guid.Empty, click.Text("nonce") ?? "");
        var reader = composer.ReaderFor(person);
        var card = await actions.HandleAsync(
            new Click(person.PersonId, click.Verb, reference, click.Data, click.CardActivityId, reader.Texts), cancellationToken);

        // The clicked card stays, or there would be no button left to try again with.
        return card is StateCard { State: CardState.TryAgain }
            ? CardAnswer.Message(reader.Texts.State.TryAgain.Line)
            : CardAnswer.Card(card.Build(reader));
    }

    private async Task ArriveAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        if (IsPersonal(turnContext))
        {
            await arrivals.InstalledAsync(turnContext.Activity, cancellationToken);
        }
    }

    private static Activity ActivityOf(ITurnContext turnContext) => turnContext.Activity;

    private static bool IsPersonal(ITurnContext turnContext) =>
        turnContext.Activity.Conversation?.ConversationType is null or ConversationTypes.Personal;
}
