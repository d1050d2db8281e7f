namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>Chooses between the Dutch and the English reading of a phrase.</summary>
internal static class BothLanguages
{
    // Something missing or unknown in one language is often there in the other: 'do' is Thursday in Dutch.
    private static readonly QuestionKind[] Incomplete =
    [
        QuestionKind.NothingFound, QuestionKind.UnknownWords, QuestionKind.WhichDay, QuestionKind.WhichTime, QuestionKind.WhichWord,
    ];

    /// <summary>Chooses the reading to return.</summary>
    public static PhraseReading Choose(
        PhraseReading dutch, int dutchEvidence, PhraseReading english, int englishEvidence, Language preference)
    {
        var isDutch = dutchEvidence != englishEvidence ? dutchEvidence > englishEvidence : preference == Language.Dutch;
        var (likely, other) = isDutch ? (dutch, english) : (english, dutch);
        return (likely, other) switch
        {
            (Question { Kind: var kind }, Understood) when Incomplete.Contains(kind) => other with { Language = likely.Language },
            (Understood one, Understood two) when one.Schedule != two.Schedule && dutchEvidence == englishEvidence =>
                new Question(QuestionKind.WhichHalfHour, "", [one, two], likely.Language),
            _ => likely,
        };
    }
}
