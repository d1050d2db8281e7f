using Newtonsoft.Json.Linq;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>Normalizes a received activity, so that the code that handles it need not consider how it was sent.</summary>
internal static class IncomingActivity
{
    public static void Clean(Activity activity)
    {
        // JSON allows null inside a list, which code that reads the list does not expect.
        activity.MembersAdded = WithoutNulls(activity.MembersAdded);
        activity.MembersRemoved = WithoutNulls(activity.MembersRemoved);
        activity.Entities = WithoutNulls(activity.Entities);
        activity.Attachments = WithoutNulls(activity.Attachments);

        // Teams sets no delivery mode, and 'expectReplies' would make the adapter return messages in the response instead of sending them.
        activity.DeliveryMode = null;

        IEnumerable<ChannelAccount?> accounts =
            [activity.From, activity.Recipient, .. activity.MembersAdded ?? [], .. activity.MembersRemoved ?? []];
        foreach (var account in accounts.OfType<ChannelAccount>())
        {
            account.AadObjectId = EntraIds.Normalize(account.AadObjectId);
        }

        foreach (var mention in activity.Entities ?? [])
        {
            if (mention.Properties?["mentioned"] is JObject who && who["aadObjectId"] is JValue { Type: JTokenType.String } id)
            {
                id.Value = EntraIds.Normalize((string?)id);
            }
        }
    }

    /// <summary>A list without its nulls; null when nothing is left.</summary>
    public static IList<T>? WithoutNulls<T>(IList<T>? list)
        where T : class
    {
        var items = list?.Where(item => item is not null).ToList();
        return items?.Count > 0 ? items : null;
    }
}
