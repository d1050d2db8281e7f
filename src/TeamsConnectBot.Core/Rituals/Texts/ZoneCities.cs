using System.Collections.Frozen;
using TeamsConnectBot.Core.Rituals.Phrases;

namespace TeamsConnectBot.Core.Rituals.Texts;

/// <summary>The city a time zone is named after, in Dutch and in English.</summary>
public static class ZoneCities
{
    private static readonly FrozenDictionary<string, string> Dutch = new Dictionary<string, string>
    {
        ["Athens"] = "Athene", ["Belgrade"] = "Belgrado", ["Berlin"] = "Berlijn", ["Brussels"] = "Brussel", ["Bucharest"] = "Boekarest",
        ["Budapest"] = "Boedapest", ["Cairo"] = "Caïro", ["Copenhagen"] = "Kopenhagen", ["Istanbul"] = "Istanboel", ["Lisbon"] = "Lissabon",
        ["London"] = "Londen", ["Luxembourg"] = "Luxemburg", ["Mexico City"] = "Mexico-Stad", ["Moscow"] = "Moskou", ["Paris"] = "Parijs",
        ["Prague"] = "Praag", ["Tokyo"] = "Tokio", ["Vienna"] = "Wenen", ["Warsaw"] = "Warschau",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> FromDutch =
        Dutch.ToFrozenDictionary(name => name.Value, name => name.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The city of a zone id in a language.</summary>
    public static string Of(string zoneId, Language language)
    {
        ArgumentNullException.ThrowIfNull(zoneId);
        var city = zoneId[(zoneId.LastIndexOf('/') + 1)..].Replace('_', ' ');
        return language == Language.Dutch ? Dutch.GetValueOrDefault(city, city) : city;
    }

    /// <summary>The English name of a city, as used in zone ids, from its name in either language.</summary>
    public static string InEnglish(string city) => FromDutch.GetValueOrDefault(city, city);
}
