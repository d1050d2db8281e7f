using NodaTime;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Texts;

/// <summary>What saying a rule has in common in both languages.</summary>
internal static class RuleWords
{
    /// <summary>Whether a rule's days are Monday to Friday.</summary>
    public static bool IsWorkingDays(RecurrenceRule rule) =>
        rule.Days.Select(day => (day.Day, day.Ordinal)).SequenceEqual(Enumerable.Range(1, 5).Select(day => ((IsoDayOfWeek)day, 0)));

    /// <summary>'a', 'a en b', 'a, b en c'.</summary>
    public static string Join(IEnumerable<string> words, string and)
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {and} {all[^1]}";
    }
}
