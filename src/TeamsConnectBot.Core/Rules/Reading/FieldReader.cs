using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Core.Rules.Reading;

/// <summary>Reads one object's fields and notes what is wrong with each; a wrong field reads as its default.</summary>
internal sealed class FieldReader
{
    private const int LongestShown = 60;

    // More say nothing new, but that the file is of something else.
    private const int MostUnknownShown = 5;
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly JsonElement source;
    private readonly string path;
    private readonly ProblemList problems;

    /// <param name="source">The object; anything else is a problem.</param>
    /// <param name="path">Where it stands, with a dot at its end, or empty.</param>
    /// <param name="known">The fields it may have.</param>
    /// <param name="problems">Where problems go.</param>
    public FieldReader(JsonElement source, string path, IReadOnlyList<string> known, ProblemList problems)
    {
        (this.source, this.path, this.problems) = (source, path, problems);
        if (source.ValueKind != JsonValueKind.Object)
        {
            Refuse(path.TrimEnd('.'), source, "{ … }");
            return;
        }

        var unknown = source.EnumerateObject().Select(field => field.Name).Except(known).ToList();
        foreach (var name in unknown.Take(MostUnknownShown))
        {
            problems.Add(new RuleProblem(ProblemKind.UnknownField, path + Cut(name), Allowed: string.Join(", ", known)));
        }

        if (unknown.Count > MostUnknownShown)
        {
            problems.Add(new RuleProblem(ProblemKind.MoreUnknownFields, path.TrimEnd('.'), $"{unknown.Count - MostUnknownShown}"));
        }
    }

    /// <summary>A field's value; nothing when it is missing.</summary>
    public JsonElement? Find(string name) =>
        source.ValueKind == JsonValueKind.Object && source.TryGetProperty(name, out var value) ? value : null;

    public int Number(NumberField field, int otherwise)
    {
        if (Find(field.Name) is not { } value)
        {
            return otherwise;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= field.Least && number <= field.Most)
        {
            return number;
        }

        Refuse(path + field.Name, value, field.Allowed);
        return otherwise;
    }

    public string Text(string name, Func<string, bool> isAllowed, string allowed)
    {
        if (Find(name) is not { } value)
        {
            problems.Add(new RuleProblem(ProblemKind.Missing, path + name, Allowed: allowed));
            return "";
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && isAllowed(text))
        {
            return text;
        }

        Refuse(path + name, value, allowed);
        return "";
    }

    public T Choice<T>(string name, IReadOnlyDictionary<string, T> values, string allowed, T otherwise)
    {
        if (Find(name) is not { } value)
        {
            return otherwise;
        }

        if (value.ValueKind == JsonValueKind.String && values.TryGetValue(value.GetString()!, out var chosen))
        {
            return chosen;
        }

        Refuse(path + name, value, allowed);
        return otherwise;
    }

    public LocalText Both(string name, int longest)
    {
        var allowed = $"{{ nl, en }}, 1 … {longest}";
        if (Find(name) is not { } value)
        {
            problems.Add(new RuleProblem(ProblemKind.Missing, path + name, Allowed: allowed));
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

    public void Refuse(string field, JsonElement value, string allowed) => problems.Add(new RuleProblem(ProblemKind.NotAllowed, field, Shown(value), allowed));

    public static string Shown(JsonElement value) => Cut(value.GetRawText());

    /// <summary>What a file says, as far as a problem shows it.</summary>
    public static string Cut(string text) =>
        text.Length <= LongestShown ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, LongestShown)}…");

    // One line for people: no control characters, and not only spaces.
    private string Line(string name, int longest) =>
        Text(name, text => text.Length <= longest && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl), $"1 … {longest}");

    private LocalTime? Time(string name)
    {
        var text = Text(name, time => Clock.Parse(time).Success, "00:00 … 23:59");
        return text.Length == 0 ? null : Clock.Parse(text).Value;
    }
}
