namespace TeamsConnectBot.Core.People;

/// <summary>What somebody likes to talk about. Stored by name: never rename.</summary>
public enum Topic
{
    /// <summary>One's own work and craft.</summary>
    Craft,

    /// <summary>Books and stories.</summary>
    Reading,

    /// <summary>Making or listening to music.</summary>
    Music,

    /// <summary>Sport and exercise.</summary>
    Sport,

    /// <summary>Food and cooking.</summary>
    Cooking,

    /// <summary>Nature and gardens.</summary>
    Nature,

    /// <summary>Technology and tinkering.</summary>
    Technology,

    /// <summary>Travel and places.</summary>
    Travel,
}
