using NodaTime;

namespace TeamsConnectBot.Cards.Building;

/// <summary>Whoever will read a card: their language, their zone, and the moment it is made.</summary>
internal sealed record Reader(Texts Texts, DateTimeZone Zone, Instant Now)
{
    public Moments Moments => new(this);
}
