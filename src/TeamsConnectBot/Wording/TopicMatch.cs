namespace TeamsConnectBot.Wording;

/// <summary>Compares topics in people's own words. Only whole words are compared: nothing is guessed about what they mean.</summary>
internal static class TopicMatch
{
    // Shorter words ('in', 'de', 'to') say nothing about a topic, unless there are no others: 'R', 'C#'.
    private const int ShortestWord = 3;

    /// <summary>Whether all words of one topic occur in the other: 'pivot tables' fits 'Pivot tables in Excel'.</summary>
    public static bool Fits(string topic, string other)
    {
        var (one, two) = (Words(topic), Words(other));
        return one.Count > 0 && two.Count > 0 && (one.IsSubsetOf(two) || two.IsSubsetOf(one));
    }

    private static HashSet<string> Words(string topic)
    {
        var all = WrittenWords.Bare(topic).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = all.Where(word => word.Length >= ShortestWord).ToHashSet(StringComparer.Ordinal);
        return telling.Count > 0 ? telling : [.. all];
    }
}
