namespace TeamsConnectBot.Cards.Building;

/// <summary>Who sees a card that answers what somebody typed in a channel or group chat.</summary>
internal enum Audience
{
    Everybody,

    /// <summary>It concerns the asker only. Where Teams can't show it to them alone, everybody may see it.</summary>
    AskerFirst,

    /// <summary>Nobody but the asker may see it.</summary>
    AskerOnly,
}
