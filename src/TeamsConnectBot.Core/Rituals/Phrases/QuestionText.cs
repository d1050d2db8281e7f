namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>The sentence of a question.</summary>
internal static class QuestionText
{
    public static string Of(QuestionKind kind, string piece, Language language) => $"{kind} {piece} {language}";
}
