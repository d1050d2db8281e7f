using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Rituals.Actions;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Rituals.Commands;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>What comes in from channels and group chats. Only messages that mention the bot arrive, and none is kept.</summary>
internal sealed partial class SpaceTurns(
    SpaceBook spaces, Rehousing rehousing, RitualTalk talk, SpaceActionRouter actions, RitualCalendars calendars, Database database, CardComposer composer, SweepRequests sweeps,
    ILogger<SpaceTurns> logger)
{
    /// <summary>The bot was added somewhere: one welcome where nothing was planned, and what was planned goes on.</summary>
    public async Task AddedAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var isNew = await spaces.IsNewAsync(turn.Activity, cancellationToken);
        await spaces.ReturnedAsync(turn.Activity, cancellationToken);
        if (isNew && await spaces.FindAsync(turn.Activity, cancellationToken) is { } space)
        {
            await SendAsync(turn, new RitualNoticeCard(RitualNotice.Welcome), composer.ReaderFor(space.Language), cancellationToken);
        }
    }

    public Task RemovedAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        spaces.RemovedAsync(turn.Activity, cancellationToken);

    public async Task ChannelDeletedAsync(string channelId, CancellationToken cancellationToken)
    {
        await spaces.DeletedAsync(channelId, cancellationToken);
        await rehousing.TellAsync(channelId, cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
    }

    public Task ChannelRestoredAsync(string channelId, CancellationToken cancellationToken) =>
        spaces.RestoredAsync(channelId, cancellationToken);

    /// <summary>Whoever leaves the team leaves its rituals.</summary>
    public async Task MembersLeftAsync(IEnumerable<ChannelAccount> members, Activity activity, CancellationToken cancellationToken)
    {
        var id = SpaceBook.WithoutThread(activity.Conversation?.Id ?? "");
        var teamId = activity.GetChannelData<TeamsChannelData>()?.Team?.Id;
        foreach (var person in members.Select(member => member.AadObjectId).OfType<string>())
        {
            await database.WriteAsync(
                db => calendars.RemoveFromAllAsync(db, person, space => space.ConversationId == id || (teamId is not null && space.TeamId == teamId), cancellationToken),
                cancellationToken);
        }

        await sweeps.SweepSoonAsync(cancellationToken);
    }

    public async Task WroteAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (Visitor.Of(turn.Activity) is not { } visitor || await spaces.FindAsync(turn.Activity, cancellationToken) is not { } space)
        {
            return;
        }

        var card = await talk.AnswerAsync(space, visitor, turn.Activity.TextWithoutRecipientMention(), cancellationToken);
        await SendAsync(turn, card, composer.ReaderFor(turn.Activity.Locale) with { Zone = space.TimeZone }, cancellationToken);
    }

    /// <summary>A click on a card about rituals, wherever the card is.</summary>
    public async Task<AdaptiveCardInvokeResponse> ClickedAsync(CardClick invoke, ITurnContext turn, CancellationToken cancellationToken)
    {
        var isShared = turn.Activity.Conversation?.ConversationType is not (null or ConversationTypes.Personal);
        var space = isShared ? await spaces.FindAsync(turn.Activity, cancellationToken) : null;
        if (Visitor.Of(turn.Activity) is not { } visitor || !actions.Knows(invoke.Verb))
        {
            return CardAnswer.Message(Texts.For(turn.Activity.Locale).State.Gone.Line);
        }

        var reference = new CardRef(Guid.TryParse(invoke.Text("id"), out var id) ? id : Guid.Empty, invoke.Text("nonce") ?? "");
        var answer = await actions.HandleAsync(new SpaceClick(visitor, invoke.Verb, reference, invoke.Data), cancellationToken);
        var reader = composer.ReaderFor(turn.Activity.Locale);
        reader = space is null ? reader : reader with { Zone = space.TimeZone };
        if (answer.KeepsCard)
        {
            return CardAnswer.Message(answer.Card is StateCard { State: CardState.TryAgain }
                ? reader.Texts.State.TryAgain.Line
                : PlainText.Of(answer.Card.Build(reader)));
        }

        if (isShared && answer.ForAll && invoke.CardActivityId is { } message)
        {
            await ShowAllAsync(turn, message, answer.Card, reader, cancellationToken);
        }

        return CardAnswer.Card(answer.Card.Build(reader));
    }

    private async Task ShowAllAsync(ITurnContext turn, string messageId, Card card, Reader reader, CancellationToken cancellationToken)
    {
        try
        {
            var message = card.Build(reader).ToMessage(card.Summary(reader.Texts));
            message.Id = messageId;
            await turn.UpdateActivityAsync(message, cancellationToken);
        }
        catch (ConnectorException failure)
        {
            // Whoever clicked has the answer; the others go on seeing the old card, whose buttons say how things are.
            Log.NotEdited(logger, failure.Failure);
        }
    }

    private static Task<ResourceResponse> SendAsync(ITurnContext turn, Card card, Reader reader, CancellationToken cancellationToken) =>
        turn.SendActivityAsync(card.Build(reader).ToMessage(card.Summary(reader.Texts)), cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "An answered card in a channel could not be edited for everybody: {Failure}")]
        public static partial void NotEdited(ILogger logger, ConnectorFailure failure);
    }
}
