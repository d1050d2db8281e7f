using System.Collections.Immutable;
using TeamsConnectBot.Graph.People;

namespace TeamsConnectBot.Availability;

/// <summary>Interns the values that many people in a round share: departments, offices, managers, languages.</summary>
internal sealed class InternedValues
{
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableHashSet<string>> languages = new(StringComparer.Ordinal);

    public DirectoryPerson Of(DirectoryPerson person) =>
        person with { Department = Of(person.Department), Office = Of(person.Office), ManagerId = Of(person.ManagerId) };

    public ImmutableHashSet<string> Languages(IReadOnlyCollection<string> spoken)
    {
        var key = string.Join(',', spoken);
        if (!languages.TryGetValue(key, out var set))
        {
            languages[key] = set = [.. spoken];
        }

        return set;
    }

    private string? Of(string? text)
    {
        if (text is null || texts.Add(text))
        {
            return text;
        }

        texts.TryGetValue(text, out var interned);
        return interned;
    }
}
