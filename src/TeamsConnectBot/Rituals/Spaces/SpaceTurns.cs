using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Rituals.Actions;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Commands;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>What comes in from channels and group chats. Only messages that mention the bot arrive, and none is kept.</summary>
internal sealed partial class SpaceTurns(
    SpaceBook spaces, Rehousing rehousing, RitualTalk talk, SpaceActionRouter actions, CardComposer composer, SweepRequests sweeps,
    ILogger<SpaceTurns> logger)
{
    /// <summary>The bot was added somewhere: one welcome where nothing was planned, and what was planned goes on.</summary>
    public async Task AddedAsync(ITurnContext turn, SpaceScope where, CancellationToken cancellationToken)
    {
        var isNew = await spaces.IsNewAsync(where, cancellationToken);
        await spaces.ReturnedAsync(where, cancellationToken);
        if (isNew && await spaces.FindAsync(turn.Activity, cancellationToken) is { } space)
        {
            await SendAsync(turn, new RitualNoticeCard(RitualNotice.Welcome), composer.ReaderFor(space.Language), cancellationToken);
        }
    }

    public Task LostAsync(SpaceScope where, CancellationToken cancellationToken) => spaces.LostAsync(where, cancellationToken);

    public Task ReturnedAsync(SpaceScope where, CancellationToken cancellationToken) => spaces.ReturnedAsync(where, cancellationToken);

    public async Task ChannelDeletedAsync(SpaceScope where, CancellationToken cancellationToken)
    {
        await spaces.LostAsync(where, cancellationToken);
        await rehousing.TellAsync(where.ConversationId, cancellationToken);
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
        var isShared = !turn.Activity.IsPersonal();
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
