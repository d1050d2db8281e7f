namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>Where and when a phrase was written.</summary>
/// <param name="Zone">The team's zone, for the dates and times in the phrase.</param>
/// <param name="Now">The current moment; the schedule found begins after it.</param>
/// <param name="Language">The writer's language, for a phrase that could be in either. Both are always understood.</param>
/// <param name="Expects">The meaning of a day without 'every', such as 'vrijdag 15:30'.</param>
public sealed record PhraseContext(
    DateTimeZone Zone, Instant Now, Language Language, PhraseExpectation Expects = PhraseExpectation.Ritual)
{
    internal LocalDate Today => Now.InZone(Zone).Date;

    internal bool IsAhead(LocalDateTime time) => time.InZoneLeniently(Zone).ToInstant() > Now;
}

/// <summary>What a phrase was asked for, which decides the meaning of a day without 'every'.</summary>
public enum PhraseExpectation
{
    /// <summary>A ritual, which recurs: 'vrijdag 15:30' is every Friday, and 'ma-do 09:15' is every week.</summary>
    Ritual,

    /// <summary>A single moment, as when one occurrence is moved: 'vrijdag 15:30' is the nearest Friday.</summary>
    Moment,
}
