namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>What a round's answers came to. Everyone who said yes is in exactly one group or left out.</summary>
public sealed record Settlement
{
    /// <summary>The connections to make, in order of time, then by first member's id.</summary>
    public required IReadOnlyList<SettledGroup> Groups { get; init; }

    /// <summary>Who said yes and is left over, by id.</summary>
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }

    /// <summary>The weight of the pairs before the odd ones joined.</summary>
    public required long Weight { get; init; }

    /// <summary>No matching over the same pairs weighs more than this.</summary>
    public required long UpperBound { get; init; }

    /// <summary>The share of the yeses left over, 0 … 1; 0 when nobody said yes.</summary>
    public double LeftOutShare
    {
        get
        {
            var yeses = LeftOut.Count + Groups.Sum(group => group.Members.Length);
            return yeses == 0 ? 0 : (double)LeftOut.Count / yeses;
        }
    }
}
