namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>The values of <see cref="Activity.Action"/> in an installationUpdate.</summary>
public static class InstallationActions
{
    /// <summary>The app was installed.</summary>
    public const string Add = "add";

    /// <summary>The app was removed: writing to this person fails from now on, and what is kept about them goes.</summary>
    public const string Remove = "remove";

    /// <summary>A new version was installed.</summary>
    public const string AddUpgrade = "add-upgrade";

    /// <summary>An old version went because a new one came.</summary>
    public const string RemoveUpgrade = "remove-upgrade";
}
