using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Reads of a request to Graph which data of the table it can be for, and about whom it asks.</summary>
internal static class AskedPeople
{
    /// <summary>The data a request can be for, by its address and by what it selects.</summary>
    public static IEnumerable<Datum> DataOf(AskedOfGraph asked) => Announced.Data.Where(datum => datum.Asks.Any(ask => IsOf(asked, ask)));

    /// <summary>Object ids and addresses the request names, wherever they stand in it.</summary>
    public static IReadOnlyList<Person> PeopleOf(AskedOfGraph asked, IReadOnlyList<Person> people)
    {
        var text = $"{string.Join(' ', asked.Path)} {string.Join(' ', asked.Query.Values)} {asked.Body}";
        return [.. people.Where(person =>
            new[] { person.ObjectId.ToString(), person.UserPrincipalName, person.Mail }.OfType<string>().Any(who => Names(text, who)))];
    }

    /// <summary>The stretch of time of which free and busy is asked.</summary>
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

    // A type's name may be written in full.
    private static string Short(string segment) =>
        segment.Replace("microsoft.graph.", "", StringComparison.Ordinal).Replace("graph.", "", StringComparison.Ordinal);

    private static bool Names(string text, string who) =>
        Regex.IsMatch(text, $@"(?<![\w.-]){Regex.Escape(who)}(?![\w-])", RegexOptions.IgnoreCase);

    private static Instant Time(JsonElement time) =>
        LocalDateTimePattern.ExtendedIso.Parse(time.GetProperty("dateTime").GetString()!).Value.InUtc().ToInstant();
}
