namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>Chooses between a phrase read as Dutch and as English.</summary>
internal static class BothLanguages
{
    // Missing or unknown pieces in one language are often there in the other: 'do' is a Thursday in Dutch and nothing in English.
    private static readonly QuestionKind[] Incomplete = [QuestionKind.NothingFound, QuestionKind.UnknownWords, QuestionKind.WhichDay, QuestionKind.WhichTime, QuestionKind.WhichWord];

    /// <summary>The reading to give.</summary>
    public static PhraseReading Choose(PhraseReading dutch, int dutchEvidence, PhraseReading english, int englishEvidence, Language preference)
    {
        var isDutch = dutchEvidence != englishEvidence ? dutchEvidence > englishEvidence : preference == Language.Dutch;
        var (likely, other) = isDutch ? (dutch, english) : (english, dutch);
        if (likely is Question { Kind: var kind } && other is Understood && Incomplete.Contains(kind))
        {
            return other with { Language = likely.Language };
        }

        var differ = likely is Understood one && other is Understood two && one.Schedule != two.Schedule;
        return differ && dutchEvidence == englishEvidence
            ? new Question(QuestionKind.WhichHalfHour, "", [(Understood)likely, (Understood)other], likely.Language)
            : likely;
    }
}
