namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>A language people write to the bot in.</summary>
public enum Language
{
    /// <summary>Dutch, <c>nl</c>.</summary>
    Dutch,

    /// <summary>English, <c>en</c>.</summary>
    English,
}
