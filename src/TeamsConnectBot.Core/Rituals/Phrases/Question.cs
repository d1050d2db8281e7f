using System.Collections.Immutable;

namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>One precise question about a phrase that is unclear, incomplete or impossible.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Piece">The piece of the phrase at fault, cleaned of control characters and at most 60 characters; empty when nothing in particular is.</param>
/// <param name="Readings">
/// Zero to three proposals for buttons, each complete; mostly two or three, fewer where nothing sensible is left to propose.
/// </param>
/// <param name="Language">The language to ask it in.</param>
public sealed record Question(QuestionKind Kind, string Piece, ImmutableArray<Understood> Readings, Language Language) : PhraseReading(Language)
{
    /// <summary>The question as one sentence in <see cref="PhraseReading.Language"/>; the proposals are not in it.</summary>
    public string Text => TextIn(Language);

    /// <summary>The same in the language of whoever reads it, which need not be the one they wrote in.</summary>
    public string TextIn(Language reader) => QuestionText.Of(Kind, Piece, reader);
}
