using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Conversations;

/// <summary>The person who typed or clicked, as Teams identifies them. None of it is stored unless they ask for it.</summary>
/// <param name="PersonId">The Entra object id.</param>
/// <param name="Texts">The texts in their language.</param>
/// <param name="Mentioned">The people their message mentions, without the bot.</param>
/// <param name="InPrivate">Whether this is their own chat with the bot, where nobody else sees what they do.</param>
internal sealed record ActivitySender(
    string PersonId, string Name, Texts Texts, IReadOnlyList<ChannelAccount> Mentioned, bool InPrivate = false)
{
    /// <returns>Null when the activity does not identify a person.</returns>
    public static ActivitySender? Of(Activity activity) => activity.From is { AadObjectId: { } id } from && Guid.TryParse(id, out _)
        ? new ActivitySender(id, from.Name ?? "", Texts.For(activity.Locale), activity.MentionedOthers(), activity.IsPersonal())
        : null;

    // Keeps the name out of logs.
    public override string ToString() => "a sender";
}
