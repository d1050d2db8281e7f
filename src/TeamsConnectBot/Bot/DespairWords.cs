using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Bot;

/// <summary>
/// A short, fixed list of words that are answered with people to talk to and nothing else. They are looked for only in a person's own
/// chat; nothing is stored, logged or counted. docs/words-of-despair.md has the same list, and a test compares the two.
/// </summary>
internal static class DespairWords
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] =
        [
            "wil niet meer leven", "niet meer willen leven", "wil dood", "wou dat ik dood was", "liever dood", "wil er niet meer zijn",
            "eind aan maken", "einde aan maken", "eind aan mijn leven", "einde aan mijn leven", "zelfmoord", "zelfdoding", "suicide",
            "suicidaal", "mezelf iets aan doen", "mezelf iets aandoen", "mezelf pijn doen", "zie het niet meer zitten",
            "ik kan niet meer verder", "geen uitweg meer", "wanhopig", "eenzaam", "depressief",
        ],
        ["en"] =
        [
            "want to die", "wanna die", "wish i was dead", "wish i were dead", "better off dead", "kill myself", "killing myself",
            "end my life", "end it all", "dont want to live", "dont want to be here anymore", "no reason to live", "suicidal",
            "hurt myself", "harm myself", "self harm", "cant go on anymore", "cant go on like this", "no way out anymore",
            "i feel hopeless", "lonely", "depressed",
        ],
    };

    public static bool AreIn(string text)
    {
        var bare = $" {WrittenWords.Bare(text)} ";
        return All.Values.Any(words => words.Any(word => bare.Contains($" {word} ", StringComparison.Ordinal)));
    }
}
