namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>
/// The values of <see cref="Activity.Action"/> in an installationUpdate that <see cref="InstallationUpdateActionTypes"/> does not define.
/// </summary>
public static class InstallationActions
{
    /// <summary>A new version was installed.</summary>
    public const string AddUpgrade = "add-upgrade";

    /// <summary>An old version was removed, because a new one replaced it.</summary>
    public const string RemoveUpgrade = "remove-upgrade";
}
