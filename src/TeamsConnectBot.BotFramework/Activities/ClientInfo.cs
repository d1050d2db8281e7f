namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>Reads what Teams says about the device from which somebody wrote or clicked.</summary>
public static class ClientInfo
{
    private const string EntityType = "clientInfo";

    /// <summary>The device's time zone, such as <c>Europe/Amsterdam</c>; null when the activity does not give it.</summary>
    public static string? ClientTimeZone(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return (activity.Entities ?? []).Where(entity => entity.Type == EntityType)
            .Select(entity => entity.Properties?["timezone"]?.ToString()).FirstOrDefault(zone => zone is { Length: > 0 });
    }
}
