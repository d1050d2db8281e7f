namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>What came of reading a phrase: <see cref="Understood"/> or a <see cref="Question"/>, never a guess.</summary>
/// <param name="Language">The language it was written in, or the writer's own where that can't be seen.</param>
public abstract record PhraseReading(Language Language);
