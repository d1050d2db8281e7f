using Microsoft.Bot.Builder;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>
/// Answers what people type in channels and group chats. What concerns the asker only is shown to nobody else: in the channel where Teams
/// can do that, or else in the asker's own chat.
/// </summary>
internal sealed class SpaceReplies(Replies replies, AskerMessages asker, IOptions<RitualOptions> options)
{
    public async Task SendAsync(ITurnContext turn, Card card, Reader reader, CancellationToken cancellationToken)
    {
        var askedInPrivate = turn.Activity.IsTargeted();
        var audience = askedInPrivate ? Audience.AskerOnly : options.Value.AnswerAskerAlone ? card.Audience : Audience.Everybody;
        if (audience == Audience.Everybody)
        {
            await replies.SendAsync(turn, card, reader, cancellationToken);
            return;
        }

        var built = TargetedCard.Of(await replies.BuildAsync(card, reader, cancellationToken));
        if (await asker.SendAsync(turn.Activity, built.ToMessage(card.Summary(reader.Texts)), cancellationToken))
        {
            return;
        }

        // Nobody in the channel knows of a question that only the bot saw.
        if (!askedInPrivate)
        {
            var instead = audience == Audience.AskerOnly ? new RitualNoticeCard(RitualNotice.AskerAlone) : card;
            await replies.SendAsync(turn, instead, reader, cancellationToken);
        }
    }
}
