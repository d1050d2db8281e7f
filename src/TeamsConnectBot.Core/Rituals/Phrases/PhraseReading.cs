using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>The result of reading a phrase: <see cref="Understood"/> or a <see cref="Question"/>, never a guess.</summary>
/// <param name="Language">The language it was written in, or the writer's own if the phrase does not show it.</param>
public abstract record PhraseReading(Language Language);

/// <summary>A phrase with one meaning.</summary>
/// <param name="Schedule">The meaning.</param>
/// <param name="Name">The ritual's name as written, if the phrase has one.</param>
/// <param name="Language">The language it was written in.</param>
public sealed record Understood(RitualSchedule Schedule, string? Name, Language Language) : PhraseReading(Language)
{
    /// <summary>Whether the phrase says the length; otherwise the schedule has the usual length.</summary>
    public bool SaysLength { get; init; }
}

/// <summary>One precise question about a phrase that is unclear, incomplete or impossible.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Piece">
/// The part of the phrase it is about, without control characters and at most 60 characters; empty if it is about no part in particular.
/// </param>
/// <param name="Readings">
/// Up to three complete proposals for buttons; mostly two or three, fewer if there is nothing else sensible to propose.
/// </param>
/// <param name="Language">The language to ask it in.</param>
public sealed record Question(
    QuestionKind Kind, string Piece, ImmutableArray<Understood> Readings, Language Language) : PhraseReading(Language)
{
    /// <summary>Whether the phrase says neither a time nor a part of the day.</summary>
    public bool LacksTime { get; init; }

    /// <summary>
    /// The question as one sentence, in the reader's language, which may differ from the writer's; without the proposals.
    /// </summary>
    public string TextIn(Language reader) => QuestionText.Of(Kind, Piece, reader);
}
