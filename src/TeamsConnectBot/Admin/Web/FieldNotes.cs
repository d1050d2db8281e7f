using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace TeamsConnectBot.Admin.Web;

/// <summary>What is said at a field of a form. The place is there when nothing is said, too, for what comes while somebody types.</summary>
internal static class FieldNotes
{
    /// <summary>The id of the place, for the field's <c>aria-describedby</c>.</summary>
    public static string IdOf(string element) => element + "-note";

    public static IHtmlContent Place(string element, IEnumerable<string> problems, IEnumerable<string>? warnings = null)
    {
        string[] wrong = [.. problems];
        string[] doubtful = [.. warnings ?? []];
        var text = string.Join(' ', wrong.Concat(doubtful));
        var (id, hidden) = (HtmlEncoder.Default.Encode(element), text.Length == 0 ? " hidden" : "");
        return new HtmlString(
            $"<span class=\"{(wrong.Length == 0 ? "doubt" : "error")}\" id=\"{id}-note\" data-note-of=\"{id}\"{hidden}>{HtmlEncoder.Default.Encode(text)}</span>");
    }
}
