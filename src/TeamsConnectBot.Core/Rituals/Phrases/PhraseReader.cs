namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>Reads when a ritual takes place from a phrase as people write it, in Dutch or English.</summary>
public static class PhraseReader
{
    /// <summary>Reads a phrase. Any text at all gets an answer; nothing is thrown for what somebody wrote.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="context">Where and when it was written.</param>
    public static PhraseReading Read(string phrase, PhraseContext context)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        ArgumentNullException.ThrowIfNull(context);
        return new Question(QuestionKind.NothingFound, "", [], context.Language);
    }
}
