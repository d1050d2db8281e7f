using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Rituals.Actions;
using TeamsConnectBot.Rituals.Commands;
using TeamsConnectBot.Rituals.Spaces;
using TeamsConnectBot.Telemetry;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Bot;

/// <summary>What comes in from Teams, and who takes it.</summary>
internal sealed class ConnectBot(
    Arrivals arrivals, PersonErasure erasure, ActionRouter actions, ChatTalk talk, CardComposer composer,
    PersonalCards personal, PersonalRituals rituals, SpaceTurns spaces, SpaceNews news, SpaceActionRouter spaceActions,
    PersonalLeavers leaving, Standstill standstill, WorkInFlight work) : TeamsActivityHandler
{
    // All of it here: of some events the SDK knows nothing, and by its own reading who leaves a shared channel leaves the team.
    protected override async Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        var activity = ActivityOf(turnContext);
        if (!activity.IsPersonal())
        {
            await (activity.MembersAdded is null && activity.MembersRemoved is null
                ? news.ChangedAsync(activity, cancellationToken)
                : news.MembersAsync(turnContext, cancellationToken));
            return;
        }

        // In a personal chat the installation tells of the bot.
        if (activity.MembersAdded?.ExceptBot(activity) is { Count: > 0 })
        {
            await arrivals.InstalledAsync(activity, cancellationToken);
        }

        if (activity.MembersRemoved is { Count: > 0 } removed)
        {
            await leaving.LookAsync(activity, removed.ExceptBot(activity), cancellationToken);
        }
    }

    protected override async Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        // A new version of the app is no reason to begin again with someone who was erased.
        if (turnContext.Activity.Action == InstallationActions.AddUpgrade)
        {
            return;
        }

        using var item = work.Begin();
        var activity = ActivityOf(turnContext);
        await (activity.IsPersonal() ? arrivals.InstalledAsync(activity, cancellationToken) : news.InstalledAsync(activity, cancellationToken));
    }

    protected override async Task OnInstallationUpdateRemoveAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        var activity = ActivityOf(turnContext);
        if (!activity.IsPersonal())
        {
            await news.RemovedAsync(activity, cancellationToken);
        }
        else if (activity.From?.AadObjectId is { } personId)
        {
            await erasure.EraseAsync(personId, cancellationToken);
        }
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        if (!turnContext.Activity.IsPersonal())
        {
            await spaces.WroteAsync(turnContext, cancellationToken);
            return;
        }

        var activity = ActivityOf(turnContext);
        var text = activity.TextWithoutRecipientMention();
        if (DespairWords.AreIn(text))
        {
            // Before anything else, and without a row for whoever has none.
            var known = await arrivals.KnownAsync(activity, cancellationToken);
            var reader = known is null ? composer.ReaderFor(activity.Locale) : composer.ReaderFor(known);
            await SendAsync(turnContext, talk.PeopleToTalkTo(reader.Texts.Language), reader, cancellationToken);
            return;
        }

        if (await arrivals.WroteAsync(activity, cancellationToken) is not ({ } person, var isNew))
        {
            return;
        }

        // Who asked for a language has it everywhere in their own chat.
        activity.Locale = person.Language;
        var card = await rituals.AnswerAsync(activity, text, cancellationToken)
            ?? await talk.AnswerAsync(person, text, cancellationToken);
        card = isNew && card is (UnknownInputCard or ShortAnswerCard or JoinFirstCard or DidYouMeanCard or StateCard { State: CardState.NothingOpen or CardState.NoMeeting }) ? personal.Welcome(person) : card;
        person.Language = card is ChatLanguageCard { Chosen: { } chosen } ? chosen : person.Language;
        await SendAsync(turnContext, card, composer.ReaderFor(person), cancellationToken);
    }

    // A click that was acted on may come again: every action changes nothing the second time and shows how things are.
    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        using var item = work.Begin();
        var click = CardClick.Of(turnContext, invokeValue);
        if (!turnContext.Activity.IsPersonal() || spaceActions.Knows(click.Verb))
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
            : CardAnswer.Card(await BuildAsync(card, reader, cancellationToken));
    }

    private async Task SendAsync(ITurnContext turnContext, Card card, Reader reader, CancellationToken cancellationToken) =>
        await turnContext.SendActivityAsync(
            (await BuildAsync(card, reader, cancellationToken)).ToMessage(card.Summary(reader.Texts)), cancellationToken);

    // While everything is stopped, a card that speaks of what is to come says so.
    private async Task<AdaptiveCard> BuildAsync(Card card, Reader reader, CancellationToken cancellationToken)
    {
        var built = card.Build(reader);
        return card.MentionsFutureInvitations && await standstill.IsOnAsync(cancellationToken)
            ? built with { Body = [built.Body[0], Parts.Strong(reader.Texts.State.Standstill), .. built.Body.Skip(1)] }
            : built;
    }

    private static Activity ActivityOf(ITurnContext turnContext) => turnContext.Activity;
}
