namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>JSON allows <c>null</c> inside a list, where nothing that reads the list expects one.</summary>
internal static class ActivityNulls
{
    /// <summary>The activity without the nulls in its lists; everything else in it is handled as usual.</summary>
    public static Activity Drop(Activity activity) => activity with
    {
        MembersAdded = Drop(activity.MembersAdded),
        MembersRemoved = Drop(activity.MembersRemoved),
        Entities = Drop(activity.Entities),
        Attachments = Drop(activity.Attachments),
    };

    /// <summary>A list without its nulls; null when there is no list.</summary>
    public static IReadOnlyList<T>? Drop<T>(IReadOnlyList<T>? list)
        where T : class => list?.Contains(null!) == true ? [.. list.Where(item => item is not null)] : list;
}
