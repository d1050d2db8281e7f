using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using TeamsConnectBot.Core.Rules.Words;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>Two lists of sentences side by side, with the words marked that are in one of them only.</summary>
internal static class VersionsHtml
{
    /// <summary>The sentences before, with what is gone marked.</summary>
    public static IHtmlContent Before(IEnumerable<string> before, IEnumerable<string> after) => Of(before, after, WordChange.Gone, "del");

    /// <summary>The sentences after, with what is new marked.</summary>
    public static IHtmlContent After(IEnumerable<string> before, IEnumerable<string> after) => Of(before, after, WordChange.New, "ins");

    private static HtmlString Of(IEnumerable<string> before, IEnumerable<string> after, WordChange marked, string tag)
    {
        var html = new StringBuilder("<ul class=\"bullets\"><li>");
        var runs = WordDifference.Between(string.Join('\n', before), string.Join('\n', after));
        foreach (var run in runs.Where(run => run.Change == WordChange.Same || run.Change == marked))
        {
            // A sentence ends where a line does, also within a mark.
            html.AppendJoin("</li><li>", run.Text.Split('\n').Select(part => run.Change == marked ? Marked(part, tag) : Encode(part)));
        }

        return new HtmlString(html.Append("</li></ul>").ToString());
    }

    private static string Marked(string text, string tag) => text.Length == 0 ? "" : $"<{tag}>{Encode(text)}</{tag}>";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
