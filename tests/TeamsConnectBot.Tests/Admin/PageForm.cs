using System.Net;
using System.Text.RegularExpressions;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>The fields a browser would submit for a form after changing some of them.</summary>
internal static partial class PageForm
{
    public static Dictionary<string, string> Fields(string html, string action, params (string Name, string Value)[] changed)
    {
        var form = Forms().Matches(html)
            .First(form => WebUtility.HtmlDecode(form.Groups["action"].Value).EndsWith(action, StringComparison.Ordinal)).Value;
        var fields = new Dictionary<string, string>();
        foreach (var input in Inputs().Matches(form).Select(input => input.Value).Where(input => Attribute(input, "name").Length > 0))
        {
            if (Attribute(input, "type") is not ("checkbox" or "file") || input.Contains("checked", StringComparison.Ordinal))
            {
                fields[Attribute(input, "name")] = Attribute(input, "value");
            }
        }

        foreach (Match area in Areas().Matches(form))
        {
            fields[Attribute(area.Value, "name")] = WebUtility.HtmlDecode(area.Groups["text"].Value.TrimStart('\r', '\n'));
        }

        foreach (Match select in Selects().Matches(form))
        {
            var options = Options().Matches(select.Value);
            var chosen = options.FirstOrDefault(option => option.Value.Contains("selected", StringComparison.Ordinal)) ?? options[0];
            fields[Attribute(select.Value, "name")] = Attribute(chosen.Value, "value");
        }

        foreach (var (name, value) in changed)
        {
            fields[name] = value;
        }

        return fields;
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("""<form[^>]*?action="(?<action>[^"]*)"[^>]*>.*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<textarea[^>]*>(?<text>[^<]*)</textarea>")]
    private static partial Regex Areas();

    [GeneratedRegex("<select[^>]*>.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Options();
}
