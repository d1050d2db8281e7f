using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace TeamsConnectBot.Admin.Web;

/// <summary>
/// The message at a field of a form. Its element is rendered even when empty, so that a message can appear in it while the user types.
/// </summary>
internal static class FieldNotes
{
    /// <summary>The id of the element, for the field's <c>aria-describedby</c>.</summary>
    public static string IdOf(string element) => element + "-note";

    public static IHtmlContent Place(string element, IEnumerable<string> problems, IEnumerable<string>? warnings = null)
    {
        string[] errors = [.. problems];
        var text = HtmlEncoder.Default.Encode(string.Join(' ', [.. errors, .. warnings ?? []]));
        var (id, style) = (HtmlEncoder.Default.Encode(element), errors.Length == 0 ? "doubt" : "error");
        return new HtmlString(
            $"<span class=\"{style}\" id=\"{id}-note\" data-note-of=\"{id}\"{(text.Length == 0 ? " hidden" : "")}>{text}</span>");
    }
}
