using System.Net;
using System.Text.RegularExpressions;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>Somebody who knows nothing but what is on the page: they follow its links, press its buttons, and count their clicks.</summary>
internal sealed partial class PageWalk(AdminBrowser browser, PageResponse page)
{
    public int Clicks { get; private set; }

    public PageResponse Page { get; private set; } = page;

    /// <summary>Follows the link with this text, or whose text starts with it.</summary>
    public async Task FollowAsync(string text)
    {
        var link = Links().Matches(Page.Body)
            .FirstOrDefault(link => Plain(link.Groups["text"].Value).StartsWith(text, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The page has no link '{text}': {Page.Text}");
        Clicks++;
        Page = await browser.OpenAsync(WebUtility.HtmlDecode(link.Groups["to"].Value).Split('#')[0]);
    }

    /// <summary>Fills in a form and presses its button with this text.</summary>
    /// <param name="text">What the button says.</param>
    /// <param name="where">Something that only this form contains.</param>
    /// <param name="fields">What is filled in.</param>
    public async Task PressAsync(string text, string where = "", params (string Name, string Value)[] fields)
    {
        var form = Forms().Matches(Page.Body).FirstOrDefault(form =>
                form.Value.Contains(where, StringComparison.Ordinal) && ButtonOf(form.Value, text) is not null)
            ?? throw new InvalidOperationException($"The page has no button '{text}' at '{where}': {Page.Text}");
        var button = ButtonOf(form.Value, text)!;
        var action = Attribute(button, "formaction") is { Length: > 0 } own ? own : Attribute(form.Value, "action");
        Clicks++;
        var answer = await browser.PostAsync(action, PageForm.Fields(form.Value, "", fields));
        Page = answer.Location is { } next ? await browser.OpenAsync(next) : answer;
    }

    private static string? ButtonOf(string form, string text) =>
        Buttons().Matches(form).FirstOrDefault(button => Plain(button.Groups["text"].Value) == text)?.Value;

    private static string Plain(string html) =>
        Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]+>", " ")), @"\s+", " ").Trim();

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("""<a\b[^>]*href="(?<to>[^"]*)"[^>]*>(?<text>.*?)</a>""", RegexOptions.Singleline)]
    private static partial Regex Links();

    [GeneratedRegex("""<form\b[^>]*action="[^"]*"[^>]*>.*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<button\b[^>]*>(?<text>.*?)</button>""", RegexOptions.Singleline)]
    private static partial Regex Buttons();
}
