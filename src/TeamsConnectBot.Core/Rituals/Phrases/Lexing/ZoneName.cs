using NodaTime;

namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>The team's zone between brackets, '(Amsterdam)', as an echo says it; it says nothing new.</summary>
internal static class ZoneName
{
    /// <summary>The city of a zone's id.</summary>
    public static string CityOf(DateTimeZone zone) => zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>The tokens without the zone's own abbreviations, such as 'CET', in capitals.</summary>
    public static List<Token> RemoveAbbreviations(List<Token> tokens, CleanText text, DateTimeZone zone, Instant now)
    {
        string[] own = [zone.GetZoneInterval(now).Name, zone.GetZoneInterval(now + Duration.FromDays(182)).Name];
        return tokens.FindAll(token => token.Kind != TokenKind.Word || !own.Contains(text.Written[token.Start..token.End]));
    }

    /// <summary>The tokens without it.</summary>
    public static List<Token> Remove(List<Token> tokens, DateTimeZone zone)
    {
        var open = tokens.FindIndex(token => token.Text == "(");
        var close = tokens.FindIndex(open + 1, token => token.Text == ")");
        if (open < 0 || close < 0)
        {
            return tokens;
        }

        var city = Lexer.Cut(CleanText.Of(CityOf(zone))).Select(token => token.Text);
        var id = Lexer.Cut(CleanText.Of(zone.Id)).Select(token => token.Text);
        List<string> inside = [.. tokens[(open + 1)..close].Select(token => token.Text)];
        return inside.SequenceEqual(city) || inside.SequenceEqual(id) ? [.. tokens[..open], .. tokens[(close + 1)..]] : tokens;
    }
}
