using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Rituals.Commands;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>
/// Answers what people type and click in channels and group chats, and clicks on ritual cards in people's own chats with the bot. Only
/// messages that mention the bot or are sent to it alone arrive, and none is stored.
/// </summary>
internal sealed class SpaceTurns(SpaceBook spaces, RitualTalk talk, ActionRouter actions, CardComposer composer, SpaceReplies replies)
{
    public async Task WroteAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (ActivitySender.Of(turn.Activity) is { } sender && await spaces.FindAsync(turn.Activity, cancellationToken) is { } space)
        {
            var card = await talk.AnswerAsync(space, sender, turn.Activity.TextWithoutRecipientMention(), cancellationToken);
            var reader = composer.ReaderFor(turn.Activity.Locale) with { Zone = space.TimeZone };
            await replies.SendAsync(turn, card, reader, cancellationToken);
        }
    }

    public async Task<AdaptiveCardInvokeResponse> ClickedAsync(ITurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var reader = composer.ReaderFor(turn.Activity.Locale);
        if (!turn.Activity.IsPersonal() && await spaces.FindAsync(turn.Activity, cancellationToken) is { } space)
        {
            reader = reader with { Zone = space.TimeZone };
        }

        if (ActivitySender.Of(turn.Activity) is not { } sender || !actions.WorksInSpaces(click.Verb))
        {
            return CardAnswer.Message(reader.Texts.State.Gone.Line);
        }

        sender = sender with { InPrivate = sender.InPrivate || click.IsOnTargetedCard() };
        return await actions.AnswerAsync(Click.Of(click, sender), reader, turn, cancellationToken);
    }
}
