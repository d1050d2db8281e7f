using NodaTime;

namespace TeamsConnectBot.Cards.Building;

/// <summary>Whoever will read a card: their language, their zone, and the moment it is made.</summary>
internal sealed record Reader(Texts Texts, DateTimeZone Zone, Instant Now)
{
    /// <summary>What is certain about the place their zone is named after; if nothing is, it is just their own time.</summary>
    public bool KnowsCity { get; init; } = true;

    public Moments Moments => new(this);
}
