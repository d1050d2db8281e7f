using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.Cards.Building;

/// <summary>The reader of a card: their language, time zone and cloud, and the time at which the card is made.</summary>
internal sealed record Reader(Texts Texts, DateTimeZone Zone, MicrosoftCloud Cloud, Instant Now)
{
    /// <summary>Whether the city in their zone's name is known to be right; if not, times are called their own time.</summary>
    public bool KnowsCity { get; init; } = true;

    public Moments Moments => new(this);
}
