using TeamsConnectBot.Core.Rituals.Phrases;

namespace TeamsConnectBot.Core.Tests.Rituals.Phrases;

/// <summary>A phrase, its writer's language, and the expected reading.</summary>
internal sealed record PhraseRow(string Phrase, Language Writer, string Expected);
