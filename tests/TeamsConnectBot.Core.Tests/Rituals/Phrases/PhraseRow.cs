using TeamsConnectBot.Core.Rituals.Phrases;

namespace TeamsConnectBot.Core.Tests.Rituals.Phrases;

/// <summary>A phrase, its writer's language, and what must come of it.</summary>
internal sealed record PhraseRow(string Phrase, Language Writer, string Expected);
