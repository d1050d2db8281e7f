using System.Collections;
using System.Globalization;
using System.Reflection;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Topics;

namespace TeamsConnectBot.Privacy.Readable;

/// <summary>Writes a value of the export in the reader's words, language and time zone.</summary>
internal sealed class ReadableValue(HtmlPage page, Reader reader, ReadableTexts texts, IReadOnlyList<ListedTopic> topics)
{
    public void Write(object? value)
    {
        switch (value)
        {
            case null or "":
                page.Text(texts.Empty);
                break;
            case string text:
                page.Own(text);
                break;
            case bool isTrue:
                page.Text(isTrue ? texts.Yes : texts.No);
                break;
            case Instant moment:
                page.Text($"{Date(moment.InZone(reader.Zone).Date)}, {Clock(moment)}");
                break;
            case LocalDate date:
                page.Text(Date(date));
                break;
            case LocalDateTime local:
                page.Text($"{Date(local.Date)}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}");
                break;
            case LocalTime time:
                page.Text(time.ToString("HH:mm", CultureInfo.InvariantCulture));
                break;
            case Interval span:
                page.Text($"{Date(span.Start.InZone(reader.Zone).Date)}, {Clock(span.Start)}–{Clock(span.End)}");
                break;
            case IsoDayOfWeek day:
                page.Text(reader.Texts.Time.Weekdays[(int)day - 1]);
                break;
            case NeedFact fact:
                page.Text(reader.Texts.Why.Facts.For(fact));
                break;
            case LocalText both:
                page.Own(both.In(reader.Texts.Language));
                break;
            case Enum word:
                page.Text(texts.Values.GetValueOrDefault($"{word.GetType().Name}.{word}") ?? word.ToString());
                break;
            case TopicPick pick:
                List([.. pick.Listed.Select(NameOf), .. pick.Words]);
                break;
            case IEnumerable list:
                List([.. list.Cast<object?>()]);
                break;
            case IFormattable number when value.GetType().IsPrimitive || value is Guid:
                page.Text(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                Parts(value);
                break;
        }
    }

    // What the organisation took off its list is still stored, by its key.
    private object NameOf(string topic) => topics.FirstOrDefault(listed => listed.Key == topic)?.Name ?? (object)topic;

    private void List(List<object?> items)
    {
        if (items.Count == 0)
        {
            page.Text(texts.Empty);
            return;
        }

        page.Raw("<ul>");
        foreach (var item in items)
        {
            page.Raw("<li>");
            Write(item);
            page.Raw("</li>");
        }

        page.Raw("</ul>");
    }

    // A record: what it was made with, not what is calculated from that.
    private void Parts(object value)
    {
        page.Raw("<dl>");
        foreach (var part in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(part => part.SetMethod is not null && part.GetIndexParameters().Length == 0))
        {
            page.Raw("<dt>").Text(texts.Parts.GetValueOrDefault(part.Name) ?? InWords(part.Name)).Raw("</dt><dd>");
            Write(part.GetValue(value));
            page.Raw("</dd>");
        }

        page.Raw("</dl>");
    }

    /// <summary>A name in code as separate words, for what has no words of its own yet.</summary>
    public static string InWords(string name) =>
        string.Concat(name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    private string Clock(Instant moment) => reader.Moments.Clock(moment);

    // Always with the year, because the page may be read much later.
    private string Date(LocalDate date)
    {
        var (day, month) = (reader.Texts.Time.Weekdays[(int)date.DayOfWeek - 1], reader.Texts.Time.Months[date.Month - 1]);
        return string.Create(CultureInfo.InvariantCulture, $"{day} {date.Day} {month} {date.Year}");
    }
}
