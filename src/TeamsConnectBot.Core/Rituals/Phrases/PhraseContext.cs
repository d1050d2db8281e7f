using NodaTime;

namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>Where and when a phrase was written.</summary>
/// <param name="Zone">The team's zone: its dates and times are meant in it.</param>
/// <param name="Now">The moment; what is found begins after it.</param>
/// <param name="Language">The writer's language, for a phrase that could be either. Both are understood whatever it is.</param>
/// <param name="Expects">What a day alone, such as 'vrijdag 15:30', stands for.</param>
public sealed record PhraseContext(DateTimeZone Zone, Instant Now, Language Language, PhraseExpectation Expects = PhraseExpectation.Ritual);
