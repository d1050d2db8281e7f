using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Words;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>A rule's sentence whose parts are links to the fields that change them. Written here, so that no space is added.</summary>
internal static class SentenceHtml
{
    public static IHtmlContent Of(PageTexts t, RuleCheck check, Func<string, string> nameOf)
    {
        var html = new StringBuilder();
        foreach (var part in check.Attempt is { } rule ? RuleText.Parts(rule, t.Language, nameOf) : [])
        {
            html.Append(part.Part is { } kind ? Link(t, check, kind, part.Text) : Encode(part.Text));
        }

        return new HtmlString(html.ToString());
    }

    private static string Link(PageTexts t, RuleCheck check, RulePart part, string text)
    {
        var (style, words) = check.WrongParts.Contains(part) ? (" class=\"error\"", t["edit.wrongPart." + part]) : ("", text);
        return $"<a href=\"#{ElementOf(part)}\"{style}>{Encode(words)}</a>";
    }

    private static string ElementOf(RulePart part) => part switch
    {
        RulePart.Groups => "pools",
        RulePart.People => RuleForm.ConditionsElement,
        RulePart.Offer => "Offer",
        RulePart.Often => "cadenceWeeks",
        RulePart.Quiet => "QuietFrom",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No element for this part."),
    };

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
