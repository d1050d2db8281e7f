using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime.Text;
using TeamsConnectBot.PersonalData;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Determines which announced data a Graph request can be for, and which people it is about.</summary>
internal static class AskedPeople
{
    /// <summary>The data a request can be for, judged by its path and the fields it selects.</summary>
    public static IEnumerable<DataCategory> DataOf(AskedOfGraph asked) =>
        Register.Categories.Where(category => category.Asks.Any(ask => IsOf(asked, ask)));

    /// <summary>The people whose object id or address occurs anywhere in the request.</summary>
    public static IReadOnlyList<Person> PeopleOf(AskedOfGraph asked, IReadOnlyList<Person> people)
    {
        var text = $"{string.Join(' ', asked.Path)} {string.Join(' ', asked.Query.Values)} {asked.Body}";
        return [.. people.Where(person =>
            new[] { person.ObjectId.ToString(), person.UserPrincipalName, person.Mail }.OfType<string>().Any(who => Names(text, who)))];
    }

    /// <summary>The period of which free/busy is requested.</summary>
    public static Interval WindowOf(AskedOfGraph asked)
    {
        using var body = JsonDocument.Parse(asked.Body!);
        return new Interval(Time(body.RootElement.GetProperty("startTime")), Time(body.RootElement.GetProperty("endTime")));
    }

    private static bool IsOf(AskedOfGraph asked, GraphAsk ask)
    {
        var template = ask.Path.Split('/');
        if (asked.Method != ask.Method || asked.Path.Count != template.Length
            || !template.Zip(asked.Path).All(part =>
                part.First.StartsWith('{') || string.Equals(Short(part.First), Short(part.Second), StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var selected = asked.Query.GetValueOrDefault("$select")?.Split(',') ?? [];
        var expanded = asked.Query.GetValueOrDefault("$expand");
        return selected.ToHashSet(StringComparer.Ordinal).SetEquals(ask.Fields) && expanded is null or "manager($select=id)";
    }

    // The name of a type may or may not have its namespace.
    private static string Short(string segment) =>
        segment.Replace("microsoft.graph.", "", StringComparison.Ordinal).Replace("graph.", "", StringComparison.Ordinal);

    private static bool Names(string text, string who) =>
        Regex.IsMatch(text, $@"(?<![\w.-]){Regex.Escape(who)}(?![\w-])", RegexOptions.IgnoreCase);

    private static Instant Time(JsonElement time) =>
        LocalDateTimePattern.ExtendedIso.Parse(time.GetProperty("dateTime").GetString()!).Value.InUtc().ToInstant();
}
