using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Conversations;

/// <summary>The person who typed or clicked, as Teams identifies them. None of it is stored unless they ask for it.</summary>
/// <param name="PersonId">The Entra object id.</param>
/// <param name="Texts">The texts in their language.</param>
/// <param name="Mentioned">The people their message mentions, without the bot.</param>
/// <param name="InPrivate">
/// Whether nobody else sees what they do: in their own chat with the bot, or in a message in a channel that only they see.
/// </param>
internal sealed record ActivitySender(
    string PersonId, string Name, Texts Texts, IReadOnlyList<ChannelAccount> Mentioned, bool InPrivate = false)
{
    /// <returns>Null when the activity does not identify a person.</returns>
    public static ActivitySender? Of(Activity activity) => activity.From is { AadObjectId: { } id } from && Guid.TryParse(id, out _)
        ? new ActivitySender(
            id, from.Name ?? "", Texts.For(activity.Locale), activity.MentionedOthers(), activity.IsPersonal() || activity.IsTargeted())
        : null;

    // Keeps the name out of logs.
    public override string ToString() => "a sender";
}
