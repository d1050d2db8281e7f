using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>Makes of an activity as it was sent one that can be handled without a thought for how it was sent.</summary>
internal static class IncomingActivity
{
    public static void Clean(Activity activity)
    {
        // JSON allows null inside a list, where nothing that reads the list expects one; the rest is handled as usual.
        activity.MembersAdded = WithoutNulls(activity.MembersAdded);
        activity.MembersRemoved = WithoutNulls(activity.MembersRemoved);
        activity.Entities = WithoutNulls(activity.Entities);
        activity.Attachments = WithoutNulls(activity.Attachments);

        // Would make the adapter hold back what is sent and answer with it; Teams has no such thing.
        activity.DeliveryMode = null;

        foreach (var account in Accounts(activity)) account.AadObjectId = EntraIds.Normal(account.AadObjectId);
        foreach (var mention in activity.Entities ?? [])
            if (mention.Properties?["mentioned"] is JObject who && who["aadObjectId"] is JValue { Type: JTokenType.String } id)
                id.Value = EntraIds.Normal((string?)id);
    }

    /// <summary>A list without its nulls; null when nothing is left.</summary>
    public static IList<T>? WithoutNulls<T>(IList<T>? list)
        where T : class
    {
        if (list?.Contains(null!) == true) list = [.. list.Where(item => item is not null)];
        return list?.Count > 0 ? list : null;
    }

    private static IEnumerable<ChannelAccount> Accounts(Activity activity) =>
        new[] { activity.From, activity.Recipient }.OfType<ChannelAccount>()
            .Concat(activity.MembersAdded ?? []).Concat(activity.MembersRemoved ?? []);
}
