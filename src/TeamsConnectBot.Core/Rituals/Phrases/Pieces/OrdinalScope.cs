namespace TeamsConnectBot.Core.Rituals.Phrases.Pieces;

/// <summary>What an ordinal counts in.</summary>
internal enum OrdinalScope
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>Every month.</summary>
    Month,

    /// <summary>A quarter of the year.</summary>
    Quarter,

    /// <summary>One named month.</summary>
    NamedMonth,
}
