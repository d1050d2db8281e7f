using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>A phrase that says one thing.</summary>
/// <param name="Schedule">What it says.</param>
/// <param name="Name">The ritual's name as written, when the phrase carries one.</param>
/// <param name="Language">The language it was written in.</param>
public sealed record Understood(RitualSchedule Schedule, string? Name, Language Language) : PhraseReading(Language)
{
    /// <summary>Whether the phrase says how long it lasts; without that the usual length stands in the schedule.</summary>
    public bool SaysLength { get; init; }
}
