namespace TeamsConnectBot.Core.Availability;

/// <summary>A stretch of time inside one <see cref="Week"/>, in whole quarter hours.</summary>
/// <param name="Start">The first quarter hour, 0 … 671, counted from the week's Monday 00:00 UTC.</param>
/// <param name="Length">Its length in quarter hours, at least 1.</param>
public readonly record struct Slot(int Start, int Length)
{
    /// <summary>The first quarter hour after the slot.</summary>
    public int End => Start + Length;

    /// <summary>Whether the two slots share at least one quarter hour.</summary>
    public bool Overlaps(Slot other) => Start < other.End && other.Start < End;
}
