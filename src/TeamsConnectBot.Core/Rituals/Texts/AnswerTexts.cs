using System.Collections.Immutable;
using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Texts;

/// <summary>What the answers to a question are called, so that no two read the same.</summary>
public static class AnswerTexts
{
    private const string Cut = "…";

    /// <summary>What each choice is called: its schedule, with its first day or its name where that is all they differ in.</summary>
    /// <param name="choices">The choices, each with the name the ritual would have.</param>
    /// <param name="today">Today in the schedules' zone.</param>
    /// <param name="language">The reader's language.</param>
    public static ImmutableArray<string> Of(
        IReadOnlyList<(RitualSchedule Schedule, string? Name)> choices, LocalDate today, Language language)
    {
        ArgumentNullException.ThrowIfNull(choices);
        List<Choice> all =
            [.. choices.Select(choice => new Choice(choice.Schedule, choice.Name, ScheduleText.InShort(choice.Schedule, today, language)))];
        all = ToldApart(all, choice => WithFirstDay(all, choice, today, language));
        all = ToldApart(all, WithName);
        return [.. all.Select(choice => choice.Text)];
    }

    /// <summary>
    /// The same texts for buttons, none longer than fits. Where one is too long all are cut to the words they differ in; where
    /// that doesn't tell them apart either, they are numbered.
    /// </summary>
    public static ImmutableArray<string> Buttons(IReadOnlyList<string> texts, int longest)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.All(text => text.Length <= longest) && AreDistinct(texts))
        {
            return [.. texts];
        }

        var words = texts.Select(text => text.Split(' ')).ToList();
        var shortest = words.Min(each => each.Length);
        var same = Enumerable.Range(0, shortest).TakeWhile(at => words.TrueForAll(each => each[at] == words[0][at])).Count();
        same = Math.Min(same, shortest - 1);
        var sameAtEnd = Enumerable.Range(1, shortest - same - 1)
            .TakeWhile(at => words.TrueForAll(each => each[^at] == words[0][^at])).Count();
        var cut = words.Select(each => Fitting(string.Join(' ', each[same..^sameAtEnd]), longest)).ToList();
        return AreDistinct(cut) ? [.. cut] : [.. texts.Select((text, index) => Fitting($"{index + 1}. {text}", longest))];
    }

    /// <summary>Another text for those that read the same as one more.</summary>
    private static List<Choice> ToldApart(List<Choice> all, Func<Choice, string> textOf)
    {
        var counts = all.CountBy(choice => choice.Text).ToDictionary();
        return [.. all.Select(choice => counts[choice.Text] == 1 ? choice : choice with { Text = textOf(choice) })];
    }

    private static string WithFirstDay(List<Choice> all, Choice choice, LocalDate today, Language language)
    {
        var from = language == Language.Dutch ? "vanaf" : "from";
        return all.Where(other => other.Text == choice.Text).DistinctBy(other => other.Schedule.First).Count() == 1
            ? choice.Text
            : $"{choice.Text}, {from} {ScheduleText.Day(choice.Schedule.First, today, language)}";
    }

    private static string WithName(Choice choice) =>
        string.IsNullOrWhiteSpace(choice.Name) ? choice.Text : $"{choice.Name}: {choice.Text}";

    private static string Fitting(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // The time stands last, and is mostly what matters.
        var last = text[(text.LastIndexOf(' ') + 1)..];
        var isShort = last.Length <= longest / 2;
        var kept = text[..(longest - (isShort ? last.Length + 2 : 1))];
        kept = char.IsHighSurrogate(kept[^1]) ? kept[..^1] : kept;
        return isShort ? $"{kept.TrimEnd()}{Cut} {last}" : kept.TrimEnd() + Cut;
    }

    private static bool AreDistinct(IReadOnlyCollection<string> texts) =>
        texts.Distinct(StringComparer.OrdinalIgnoreCase).Count() == texts.Count;

    private sealed record Choice(RitualSchedule Schedule, string? Name, string Text);
}
