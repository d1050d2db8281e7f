namespace TeamsConnectBot.Core.Rituals.Phrases.Words;

/// <summary>One slip of the fingers.</summary>
internal static class EditDistance
{
    /// <summary>Whether two words differ by exactly one letter too many, missing, wrong, or by two neighbours swapped.</summary>
    public static bool IsOne(string one, string other)
    {
        if (one.Length < other.Length)
        {
            (one, other) = (other, one);
        }

        if (one.Length - other.Length > 1 || one == other)
        {
            return false;
        }

        var same = 0;
        while (same < other.Length && one[same] == other[same])
        {
            same++;
        }

        var rest = one.AsSpan(same);
        var otherRest = other.AsSpan(same);
        if (one.Length > other.Length)
        {
            return rest[1..].SequenceEqual(otherRest);
        }

        return rest[1..].SequenceEqual(otherRest[1..])
            || (rest.Length > 1 && rest[0] == otherRest[1] && rest[1] == otherRest[0] && rest[2..].SequenceEqual(otherRest[2..]));
    }
}
