using System.Collections.Immutable;
using TeamsConnectBot.Graph.People;

namespace TeamsConnectBot.Availability;

/// <summary>Keeps once what many people of a round have in common: departments, offices, managers, languages.</summary>
internal sealed class SharedParts
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableHashSet<string>> languages = new(StringComparer.Ordinal);

    public DirectoryPerson Of(DirectoryPerson person) => person with
    {
        Department = Of(person.Department),
        Office = Of(person.Office),
        ManagerId = Of(person.ManagerId),
        PreferredLanguage = Of(person.PreferredLanguage),
    };

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
        if (text is null)
        {
            return null;
        }

        if (!texts.TryGetValue(text, out var kept))
        {
            texts[text] = kept = text;
        }

        return kept;
    }
}
