using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace TeamsConnectBot.Admin.Preview;

/// <summary>
/// Renders an Adaptive Card as plain HTML, but only the elements that our cards use. If the build could fetch Microsoft's renderer, a
/// script in the browser replaces this HTML with the output of that renderer.
/// </summary>
internal static partial class CardHtml
{
    public static IHtmlContent Of(string json)
    {
        var html = new StringBuilder();
        foreach (var element in JsonNode.Parse(json)!["body"]!.AsArray())
        {
            Write(html, element!);
        }

        return new HtmlString(html.ToString());
    }

    private static void Write(StringBuilder html, JsonNode element)
    {
        switch (Text(element, "type"))
        {
            case "TextBlock":
                WriteText(html, element);
                break;
            case "ActionSet":
                Wrap(html, "p", "ac-actions", () => WriteAll(html, element["actions"], action => Wrap(
                    html, "span", Text(action, "style") == "positive" ? "ac-button primary" : "ac-button",
                    () => html.Append(Encode(Text(action, "title"))))));
                break;
            case "Input.ChoiceSet":
                Wrap(html, "p", "ac-label", () => html.Append(Encode(Text(element, "label"))));
                Wrap(html, "ul", "ac-choices", () => WriteAll(html, element["choices"], choice => Wrap(
                    html, "li", "",
                    () => html.Append("<span class=\"ac-box\" aria-hidden=\"true\"></span>").Append(Encode(Text(choice, "title"))))));
                break;
            default:
                foreach (var part in new[] { "items", "columns", "facts" })
                {
                    WriteAll(html, element[part], inner => Write(html, inner));
                }

                break;
        }
    }

    private static void WriteText(StringBuilder html, JsonNode element)
    {
        var lines = Text(element, "text").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.All(line => line.StartsWith("- ", StringComparison.Ordinal)))
        {
            Wrap(html, "ul", "bullets", () => Array.ForEach(lines, line => Wrap(html, "li", "", () => html.Append(Markdown(line[2..])))));
            return;
        }

        var style = Text(element, "style") == "heading" ? "ac-heading" : element["isSubtle"]?.GetValue<bool>() == true ? "subtle" : "";
        Wrap(html, "p", style, () => html.Append(string.Join("<br>", lines.Select(Markdown))));
    }

    private static void WriteAll(StringBuilder html, JsonNode? list, Action<JsonNode> write)
    {
        foreach (var item in list as JsonArray ?? [])
        {
            write(item!);
        }
    }

    private static void Wrap(StringBuilder html, string tag, string style, Action inside)
    {
        html.Append('<').Append(tag).Append(style.Length > 0 ? $" class=\"{style}\">" : ">");
        inside();
        html.Append("</").Append(tag).Append('>');
    }

    // Supports the markdown of our cards only: bold and escapes. HTML entities begin with '&' at this point.
    private static string Markdown(string text) => Escaped().Replace(Bold().Replace(Encode(text), "<strong>$1</strong>"), "$1");

    private static string Text(JsonNode node, string name) =>
        node[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\\([\p{P}\p{S}])")]
    private static partial Regex Escaped();
}
