using System.Buffers;
using System.Text.RegularExpressions;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>Finds the names and addresses of people in what the bot wrote.</summary>
internal sealed partial class WrittenNames(SandboxTenant tenant)
{
    private readonly SearchValues<string> names = SearchValues.Create(
        [.. tenant.People.All.SelectMany(person => new[] { person.Name, person.UserPrincipalName }).Distinct()], StringComparison.Ordinal);

    /// <summary>The text as a person reads it: without JSON's escapes, markdown's backslashes and the bot's invisible characters.</summary>
    public static string AsRead(string json) => Escaped().Replace(json, match => $"{(char)Convert.ToInt32(match.Groups[1].Value, 16)}")
        .Replace("\\\\", "", StringComparison.Ordinal).Replace("\u2060", "", StringComparison.Ordinal);

    /// <summary>Whether somebody is named besides these.</summary>
    /// <param name="text">What <see cref="AsRead"/> returned.</param>
    /// <param name="except">The names and addresses that may be there.</param>
    public bool AreIn(string text, params IEnumerable<string> except) => Without(text, except).AsSpan().IndexOfAny(names) >= 0;

    /// <summary>Everybody who is named besides these.</summary>
    public IEnumerable<Person> In(string text, params IEnumerable<string> except)
    {
        var rest = Without(text, except);
        return rest.AsSpan().IndexOfAny(names) < 0 ? [] : tenant.People.All.Where(person => Names(rest, person));
    }

    /// <summary>Whether this person is named.</summary>
    public static bool Names(string text, Person person) =>
        text.Contains(person.Name, StringComparison.Ordinal) || text.Contains(person.UserPrincipalName, StringComparison.Ordinal);

    private static string Without(string text, IEnumerable<string> except) =>
        except.Aggregate(text, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<!\\)\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escaped();
}
