using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>Whoever speaks or clicks in a channel or group chat, as the channel says it. Nothing of it is kept unless they ask for it.</summary>
/// <param name="PersonId">The Entra object id.</param>
/// <param name="Mentioned">Whom the message mentions, the bot aside.</param>
/// <param name="InPrivate">Whether it is in their own chat with the bot, where nobody else sees what they do.</param>
internal sealed record Visitor(string PersonId, string Name, Texts Texts, IReadOnlyList<ChannelAccount> Mentioned, bool InPrivate = false)
{
    public static Visitor? Of(Activity activity) => activity.From is { AadObjectId: { } id } from && Guid.TryParse(id, out _)
        ? new Visitor(id, from.Name ?? "", Texts.For(activity.Locale), activity.MentionedOthers(), activity.IsPersonal())
        : null;

    // Who somebody is comes from the channel, not from the text.
    public override string ToString() => "a visitor";
}
