using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Core.Rules.Reading;

/// <summary>Reads the fields of one object and notes the problems of each; an invalid field gets its default.</summary>
internal sealed class FieldReader
{
    private const int LongestShown = 60;

    // After this many unknown fields it is clear that the file is of another kind.
    private const int MaxUnknownShown = 5;
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private readonly JsonElement source;
    private readonly string path;
    private readonly ProblemList problems;

    /// <param name="source">The object; anything else is a problem.</param>
    /// <param name="path">Its path, ending in a dot, or empty.</param>
    /// <param name="known">The fields it may have.</param>
    /// <param name="problems">The list to which problems are added.</param>
    public FieldReader(JsonElement source, string path, IReadOnlyList<string> known, ProblemList problems)
    {
        (this.source, this.path, this.problems) = (source, path, problems);
        if (source.ValueKind != JsonValueKind.Object)
        {
            Refuse("", source, "{ … }");
            return;
        }

        var unknown = source.EnumerateObject().Select(field => field.Name).Except(known).ToList();
        problems.Add(unknown.Take(MaxUnknownShown)
            .Select(name => new RuleProblem(ProblemKind.UnknownField, path + Cut(name), Allowed: string.Join(", ", known))));
        if (unknown.Count > MaxUnknownShown)
        {
            problems.Add(new RuleProblem(ProblemKind.MoreUnknownFields, path.TrimEnd('.'), $"{unknown.Count - MaxUnknownShown}"));
        }
    }

    /// <summary>The number in a value if it is within a range; otherwise null.</summary>
    public static int? Number(JsonElement value, int least, int most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most ? number : null;

    /// <summary>Whether a value is one of the allowed names.</summary>
    public static bool Choice<T>(JsonElement value, IReadOnlyDictionary<string, T> values, [MaybeNullWhen(false)] out T chosen)
    {
        chosen = default;
        return value.ValueKind == JsonValueKind.String && values.TryGetValue(value.GetString()!, out chosen);
    }

    /// <summary>The value of a field; null if it is missing.</summary>
    public JsonElement? Find(string name) =>
        source.ValueKind == JsonValueKind.Object && source.TryGetProperty(name, out var value) ? value : null;

    public int Number(NumberField field, int otherwise)
    {
        if (Find(field.Name) is not { } value)
        {
            return otherwise;
        }

        if (Number(value, field.Least, field.Most) is { } number)
        {
            return number;
        }

        Refuse(field.Name, value, field.Allowed);
        return otherwise;
    }

    public string Text(string name, Func<string, bool> isAllowed, string allowed)
    {
        if (Find(name) is not { } value)
        {
            Missing(name, allowed);
            return "";
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && isAllowed(text))
        {
            return text;
        }

        Refuse(name, value, allowed);
        return "";
    }

    public T Choice<T>(string name, IReadOnlyDictionary<string, T> values, string allowed, T otherwise)
    {
        if (Find(name) is not { } value)
        {
            return otherwise;
        }

        if (Choice(value, values, out var chosen))
        {
            return chosen;
        }

        Refuse(name, value, allowed);
        return otherwise;
    }

    public LocalText Both(string name, int longest)
    {
        if (Find(name) is not { } value)
        {
            Missing(name, $"{{ nl, en }}, 1 … {longest}");
            return new LocalText("", "");
        }

        var both = new FieldReader(value, $"{path}{name}.", ["nl", "en"], problems);
        return value.ValueKind != JsonValueKind.Object
            ? new LocalText("", "")
            : new LocalText(both.Line("nl", longest), both.Line("en", longest));
    }

    public DailySpan? Span(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        var span = new FieldReader(value, $"{path}{name}.", ["from", "to"], problems);
        var (from, to) = (span.Time("from"), span.Time("to"));
        return from is { } start && to is { } end ? new DailySpan(start, end) : null;
    }

    /// <summary>Notes that a field has a value that is not allowed; without a name, the whole object.</summary>
    public void Refuse(string name, JsonElement value, string allowed) =>
        problems.Add(new RuleProblem(ProblemKind.NotAllowed, (path + name).TrimEnd('.'), Shown(value), allowed));

    public static string Shown(JsonElement value) => Cut(value.GetRawText());

    /// <summary>Cuts a text from the file to the length that a problem shows.</summary>
    public static string Cut(string text) =>
        text.Length <= LongestShown ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, LongestShown)}…");

    private void Missing(string name, string allowed) =>
        problems.Add(new RuleProblem(ProblemKind.Missing, path + name, Allowed: allowed));

    // One line of text: not only spaces, and without control characters.
    private string Line(string name, int longest) => Text(
        name, text => text.Length <= longest && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl), $"1 … {longest}");

    private LocalTime? Time(string name)
    {
        var text = Text(name, time => Clock.Parse(time).Success, "00:00 … 23:59");
        return text.Length == 0 ? null : Clock.Parse(text).Value;
    }
}
