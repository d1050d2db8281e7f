namespace TeamsConnectBot.Core.People;

/// <summary>
/// A side of a pool that brings together people of two kinds, such as mentors and those who look for one. Stored by name: never rename.
/// </summary>
public enum PoolSide
{
    /// <summary>The side that is named first in the settings.</summary>
    First = 1,

    /// <summary>The side that is named second.</summary>
    Second = 2,
}
