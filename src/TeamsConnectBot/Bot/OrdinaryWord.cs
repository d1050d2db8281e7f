using System.Collections.Frozen;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Bot;

/// <summary>Meanings of small talk, and of words people type instead of clicking a button.</summary>
internal enum OrdinaryWord
{
    Yes,
    No,
    NotThisWeek,

    /// <summary>An earlier answer is taken back.</summary>
    AfterAllNot,
    CantMakeIt,
    WhenIsIt,
    Thanks,
    Greeting,
}

/// <summary>
/// Finds the meaning of a text. The whole text must match, apart from polite words: a known word inside a longer sentence is ignored.
/// </summary>
internal static class OrdinaryWords
{
    private static readonly string[] Polite =
    [
        "graag", "alsjeblieft", "alstublieft", "aub", "please", "pls", "hoor", "sorry", "helaas", "jammer", "oh", "he", "dan", "dus", "bot",
        "koffie bot",
    ];

    private static readonly FrozenDictionary<string, OrdinaryWord> Known = new Dictionary<OrdinaryWord, string[]>
    {
        [OrdinaryWord.Yes] =
        [
            "ja", "jaa", "jawel", "jazeker", "ja zeker", "ja leuk", "leuk", "prima", "is goed", "dat is goed", "goed", "akkoord", "ok",
            "oke", "doe maar", "ik doe mee ja", "ja ik wil", "ja ik kan", "ik kan",
            "yes", "yes i can", "yep", "yeah", "sure", "okay", "fine", "sounds good", "i can", "i can make it",
        ],
        [OrdinaryWord.No] =
        [
            "nee", "neen", "nee dank je", "nee dankje", "nee dank u", "nee bedankt", "liever niet", "liever niet deze keer", "nu niet",
            "geen zin", "geen tijd",
            "no", "no thanks", "no thank you", "nope", "nah", "rather not", "not now", "no time",
        ],
        [OrdinaryWord.NotThisWeek] =
        [
            "deze week niet", "niet deze week", "deze week even niet", "even niet", "deze week lukt niet", "deze week lukt het niet",
            "deze keer niet", "volgende keer",
            "not this week", "this week not", "not this time", "maybe next time", "next time", "another time",
        ],
        [OrdinaryWord.AfterAllNot] =
        [
            "toch niet", "nee toch niet", "laat maar", "laat maar zitten", "ik bedenk me", "trek in", "intrekken", "ja intrekken",
            "after all not", "not after all", "never mind", "nevermind", "take it back", "changed my mind", "i changed my mind",
        ],
        [OrdinaryWord.CantMakeIt] =
        [
            "ik kan niet", "ik kan toch niet", "kan niet", "kan toch niet", "ik red het niet", "ik haal het niet", "het lukt niet",
            "het lukt me niet", "lukt niet", "ik ben verhinderd", "verhinderd", "ik moet afzeggen", "afzeggen", "ik zeg af", "ik ben ziek",
            "ben ziek", "ik kan er niet bij zijn",
            "i cant make it", "cant make it", "i cannot make it", "cannot make it", "i cant", "i cannot", "i cant come", "i have to cancel",
            "cancel", "i am sick", "im sick", "im ill", "i am ill",
        ],
        [OrdinaryWord.WhenIsIt] =
        [
            "wanneer is mijn afspraak", "wanneer is het", "wanneer", "mijn afspraak", "welke afspraak", "hoe laat is het",
            "hoe laat", "waar is het", "met wie", "met wie heb ik afgesproken",
            "when is my appointment", "when is it", "when", "my appointment", "my meeting",
            "what time is it", "where is it", "with whom", "who am i meeting",
        ],
        [OrdinaryWord.Thanks] =
        [
            "dank je wel", "dankjewel", "dank je", "dankje", "dank u wel", "dank u", "bedankt", "dank", "top", "super", "fijn", "mooi",
            "merci", "thx", "tnx", "thnx",
            "thanks", "thank you", "thanks a lot", "thank you very much", "many thanks", "great", "nice", "cheers", "cool",
        ],
        [OrdinaryWord.Greeting] =
        [
            "hoi", "hallo", "hi", "hey", "hee", "goedemorgen", "goedemiddag", "goedenavond", "goeiemorgen", "dag", "moin", "ben je er",
            "ben je daar", "test",
            "hello", "good morning", "good afternoon", "hi there", "hello there", "are you there",
        ],
    }.SelectMany(pair => pair.Value.Select(text => (text, pair.Key)))
        .ToFrozenDictionary(pair => pair.text, pair => pair.Key, StringComparer.Ordinal);

    public static OrdinaryWord? Find(string text)
    {
        var bare = WrittenWords.Bare(text);
        return Known.TryGetValue(bare, out var word) || Known.TryGetValue(WithoutPoliteness(bare), out word) ? word : null;
    }

    private static string WithoutPoliteness(string bare) => string.Join(' ', bare.Split(' ').Where(word => !Polite.Contains(word)));
}
