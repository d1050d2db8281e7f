namespace TeamsConnectBot.BotFramework.Cards.Actions;

/// <summary>A button that shows or hides elements; the bot hears nothing of it.</summary>
public sealed record ToggleVisibilityAction : CardAction
{
    /// <summary>The ids of the elements.</summary>
    public required IReadOnlyList<string> TargetElements { get; init; }
}
