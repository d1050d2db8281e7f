namespace TeamsConnectBot.Core.Matching;

/// <summary>Two people in no order: <c>(a, b)</c> equals <c>(b, a)</c>.</summary>
public readonly record struct PersonPair
{
    /// <summary>Creates the pair; the ids are put in ordinal order.</summary>
    /// <exception cref="ArgumentException">Both ids are the same, or one is empty.</exception>
    public PersonPair(string one, string other)
    {
        ArgumentException.ThrowIfNullOrEmpty(one);
        ArgumentException.ThrowIfNullOrEmpty(other);
        (First, Second) = string.CompareOrdinal(one, other) switch
        {
            0 => throw new ArgumentException("A pair needs two different people.", nameof(other)),
            < 0 => (one, other),
            _ => (other, one),
        };
    }

    /// <summary>The ordinally first id.</summary>
    public string First { get; }

    /// <summary>The ordinally second id.</summary>
    public string Second { get; }
}
