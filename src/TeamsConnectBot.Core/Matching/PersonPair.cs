namespace TeamsConnectBot.Core.Matching;

/// <summary>Two people, in no order: <c>(a, b)</c> equals <c>(b, a)</c>.</summary>
public readonly record struct PersonPair
{
    /// <summary>Makes the pair; the ids are put in ordinal order.</summary>
    /// <exception cref="ArgumentException">Both ids name the same person, or one is empty.</exception>
    public PersonPair(string one, string other)
    {
        ArgumentException.ThrowIfNullOrEmpty(one);
        ArgumentException.ThrowIfNullOrEmpty(other);
        var order = string.CompareOrdinal(one, other);
        if (order == 0)
        {
            throw new ArgumentException("A pair is two different people.", nameof(other));
        }

        (First, Second) = order < 0 ? (one, other) : (other, one);
    }

    /// <summary>The id that comes first, ordinally.</summary>
    public string First { get; }

    /// <summary>The id that comes second, ordinally.</summary>
    public string Second { get; }
}
