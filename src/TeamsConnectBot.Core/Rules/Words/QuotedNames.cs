namespace TeamsConnectBot.Core.Rules.Words;

/// <summary>
/// Names that other people chose, in a sentence: quoted, so that no name can read as two names or as words of the sentence.
/// </summary>
internal static class QuotedNames
{
    /// <summary>The name in quotation marks that do not occur in it; where none are left, those in the name are doubled.</summary>
    public static string Of(string name) =>
        name.AsSpan().IndexOfAny('‘', '’') < 0 ? $"‘{name}’" : $"“{name.Replace("”", "””", StringComparison.Ordinal)}”";

    /// <summary>The name as it is when it is one plain word, which needs no quotation marks.</summary>
    public static string WordOf(string name) => name.All(char.IsLetterOrDigit) ? name : Of(name);
}
