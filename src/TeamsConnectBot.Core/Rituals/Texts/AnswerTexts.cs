using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Texts;

/// <summary>The texts of the possible answers to a question, all different.</summary>
public static class AnswerTexts
{
    private const string Ellipsis = "…";

    /// <summary>The text of each choice: its schedule, with its first day or its name if that is the only difference.</summary>
    /// <param name="choices">The choices, each with the name the ritual would have.</param>
    /// <param name="today">Today in the schedules' zone.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="withEnd">Whether to say until when; not for moments without a length.</param>
    public static ImmutableArray<string> Of(
        IReadOnlyList<(RitualSchedule Schedule, string? Name)> choices, LocalDate today, Language language, bool withEnd = true)
    {
        ArgumentNullException.ThrowIfNull(choices);
        List<Choice> all =
        [
            .. choices.Select(choice => new Choice(
                choice.Schedule, choice.Name, ScheduleText.InShort(choice.Schedule, today, language, withEnd))),
        ];
        all = ReplaceDuplicates(all, choice => WithFirstDay(all, choice, today, language));
        all = ReplaceDuplicates(all, choice => string.IsNullOrWhiteSpace(choice.Name) ? choice.Text : $"{choice.Name}: {choice.Text}");
        return [.. all.Select(choice => choice.Text)];
    }

    /// <summary>
    /// The same texts for buttons, none longer than the maximum. If one is too long, all are cut to the words in which they differ; if
    /// the cut texts are not all different, they are numbered.
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
        var same = Enumerable.Range(0, shortest - 1).TakeWhile(at => words.TrueForAll(each => each[at] == words[0][at])).Count();
        var sameAtEnd = Enumerable.Range(1, shortest - same - 1)
            .TakeWhile(at => words.TrueForAll(each => each[^at] == words[0][^at])).Count();
        var cut = words.Select(each => Fit(string.Join(' ', each[same..^sameAtEnd]), longest)).ToList();
        return AreDistinct(cut) ? [.. cut] : [.. texts.Select((text, index) => Fit($"{index + 1}. {text}", longest))];
    }

    private static List<Choice> ReplaceDuplicates(List<Choice> all, Func<Choice, string> textOf)
    {
        var counts = all.CountBy(choice => choice.Text).ToDictionary();
        return [.. all.Select(choice => counts[choice.Text] == 1 ? choice : choice with { Text = textOf(choice) })];
    }

    private static string WithFirstDay(List<Choice> all, Choice choice, LocalDate today, Language language) =>
        all.Where(other => other.Text == choice.Text).DistinctBy(other => other.Schedule.First).Count() == 1
            ? choice.Text
            : $"{choice.Text}, {language.Pick("vanaf", "from")} {ScheduleText.Day(choice.Schedule.First, today, language)}";

    private static string Fit(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // The time comes last and matters most, so it is kept.
        var last = text[(text.LastIndexOf(' ') + 1)..];
        var isShort = last.Length <= longest / 2;
        var kept = text[..(longest - (isShort ? last.Length + 2 : 1))];
        kept = char.IsHighSurrogate(kept[^1]) ? kept[..^1] : kept;
        return isShort ? $"{kept.TrimEnd()}{Ellipsis} {last}" : kept.TrimEnd() + Ellipsis;
    }

    private static bool AreDistinct(IReadOnlyCollection<string> texts) =>
        texts.Distinct(StringComparer.OrdinalIgnoreCase).Count() == texts.Count;

    private sealed record Choice(RitualSchedule Schedule, string? Name, string Text);
}
