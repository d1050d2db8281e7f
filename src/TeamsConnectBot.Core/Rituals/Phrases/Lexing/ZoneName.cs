using TeamsConnectBot.Core.Rituals.Texts;

namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>Removes the team's own zone from a phrase, as in '(Amsterdam)' of a copied schedule: it adds nothing.</summary>
internal static class ZoneName
{
    /// <summary>The tokens without the zone's own abbreviations in capitals, such as 'CET'.</summary>
    public static List<Token> RemoveAbbreviations(List<Token> tokens, CleanText text, DateTimeZone zone, Instant now)
    {
        string[] own = [zone.GetZoneInterval(now).Name, zone.GetZoneInterval(now + Duration.FromDays(182)).Name];
        return tokens.FindAll(token => token.Kind != TokenKind.Word || !own.Contains(text.Written[token.Start..token.End]));
    }

    /// <summary>The tokens without the zone's name in parentheses.</summary>
    public static List<Token> Remove(List<Token> tokens, DateTimeZone zone)
    {
        var open = tokens.FindIndex(token => token.Text == "(");
        var close = tokens.FindIndex(open + 1, token => token.Text == ")");
        if (open < 0 || close < 0)
        {
            return tokens;
        }

        List<string> inside = [.. tokens[(open + 1)..close].Select(token => token.Text)];
        string[] names = [ZoneCities.Of(zone.Id, Language.Dutch), ZoneCities.Of(zone.Id, Language.English), zone.Id];
        return names.Any(name => inside.SequenceEqual(Lexer.Cut(CleanText.Of(name)).Select(token => token.Text)))
            ? [.. tokens[..open], .. tokens[(close + 1)..]]
            : tokens;
    }
}
