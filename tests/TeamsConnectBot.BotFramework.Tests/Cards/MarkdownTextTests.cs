using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Tests.Shared;

namespace TeamsConnectBot.BotFramework.Tests.Cards;

internal sealed class MarkdownTextTests
{
    private static readonly string[] Names =
    [
        "Anna de Vries", "Jan-Willem O'Neill", "J. (Jo) Smit", "R&D", "R&D; nu", "jan@contoso.example", "jan_de_vries@contoso.example",
        "Jan | IT", "a.b-c",
        "[klik](https://evil.example)", "[klik]: https://evil.example", "![x](y)", "Jansen, Noor [EXT]", "[a]", "a](b", "_x_", "__x__",
        "a_b_c", "_", "___", "x_ _y",
        "<at>Iedereen</at>", "<https://evil.example>", "<b>x</b>", "a < b > c", @"\", @"CONTOSO\jan", @"a\_b\_c", @"\[x](y)", "1. een",
        "2) twee", "2026. Een jaar",
        "12", "- punt", "+ plus", "# kop", "> citaat", "=== ", "---", "~~weg~~", "~~~", "(1)- x", "[a]1. x", "|a|b|", "www.evil.example",
        "HTTPS://evil.example",
        "&lt;b&gt;", "&#42;x&#42;", "{{DATE(2026-01-01)}}", "{naam}", "<a@a>", "<1@evil.example>", "<.x@evil.example>", "a:b", "9:00–10:00",
        "50% + 20%", "C#", "#1", "נועה", "é_à_ü",
    ];

    // Stars and backticks can be escaped only with a backslash; nothing else gets one.
    private static readonly string[] NamesWithStars =
        ["**baas**", "5*3*2", "* punt", "***", "a*", "`x`", "``", "`_x_`", "*[klik](https://evil.example)*", @"\*x*", @"a\*b\*"];

    [TestCaseSource(nameof(Names))]
    public void Escape_Name_ShowsAsWrittenOnTheWebAndOnPhones(string name)
    {
        var escaped = MarkdownText.Escape(name);

        Assert.That(WebMarkdown.Shown(escaped), Is.EqualTo(MarkdownText.Clean(name)));
        Assert.That(PhoneMarkdown.Shown(escaped), Is.EqualTo(MarkdownText.Clean(name)));
        Assert.That(escaped.Count(c => c == '\\'), Is.EqualTo(name.Count(c => c == '\\')), "a phone shows every backslash");
    }

    [TestCaseSource(nameof(NamesWithStars))]
    public void Escape_StarsAndBackticks_ShowAsWrittenOnTheWeb_AndMeanNothingOnPhones(string name)
    {
        var escaped = MarkdownText.Escape(name);

        Assert.That(WebMarkdown.Shown(escaped), Is.EqualTo(name));
        Assert.That(
            PhoneMarkdown.Shown(escaped)?.Replace(@"\*", "*", StringComparison.Ordinal).Replace(@"\`", "`", StringComparison.Ordinal),
            Is.EqualTo(name));
    }

    [TestCaseSource(nameof(Names))]
    [TestCaseSource(nameof(NamesWithStars))]
    public void Escape_NameInTheMiddleOfALine_ShowsAsWritten(string name)
    {
        var line = $"Koffie met {MarkdownText.Escape(name)}, {MarkdownText.Escape(name)}.";

        Assert.That(WebMarkdown.Shown(line), Is.EqualTo($"Koffie met {MarkdownText.Clean(name)}, {MarkdownText.Clean(name)}."));
        Assert.That(PhoneMarkdown.Shown(line), Is.Not.Null);
    }

    [TestCase("[klik](x)")]
    [TestCase("**x**")]
    [TestCase("_x_")]
    [TestCase("1. x")]
    [TestCase("- x")]
    [TestCase(@"\[klik\](x)")]
    public void PhoneRules_Markup_IsNotPlainText(string text) => Assert.That(PhoneMarkdown.Shown(text), Is.Null);

    [TestCase("[klik](x)")]
    [TestCase("**x**")]
    [TestCase("_x_")]
    [TestCase("~~x~~")]
    [TestCase("`x`")]
    [TestCase("<https://x>")]
    [TestCase("# x")]
    [TestCase("1) x")]
    [TestCase("[x]: y")]
    [TestCase("https://x")]
    public void WebRules_Markup_IsNotPlainText(string text) => Assert.That(WebMarkdown.Shown(text), Is.Null);

    [TestCase("Anna\u202Egnirts", "Annagnirts", TestName = "Clean_RightToLeftOverride_IsRemoved")]
    [TestCase("a\u2066b\u2069", "ab", TestName = "Clean_DirectionIsolates_AreRemoved")]
    [TestCase("a\u200Bb\uFEFF", "ab", TestName = "Clean_ZeroWidthSpaces_AreRemoved")]
    [TestCase("a\u0007b\u001B[31m", "ab[31m", TestName = "Clean_ControlCharacters_AreRemoved")]
    [TestCase("  a\r\n\r\n# b\t c\u2028d ", "a # b c d", TestName = "Clean_LineBreaks_BecomeOneSpace")]
    [TestCase("👩\u200D💻", "👩\u200D💻", TestName = "Clean_JoinedEmoji_StaysWhole")]
    [TestCase("محمد", "محمد", TestName = "Clean_RightToLeftScript_Stays")]
    [TestCase("O\u0301lafur", "O\u0301lafur", TestName = "Clean_CombiningMark_Stays")]
    [TestCase(null, "", TestName = "Clean_Null_IsEmpty")]
    public void Clean(string? text, string expected) => Assert.That(MarkdownText.Clean(text), Is.EqualTo(expected));

    [Test]
    public void Clean_LoneSurrogate_BecomesTheReplacementCharacter() =>
        // This is not a test case above, because a string in an attribute cannot contain a lone surrogate.
        Assert.That(MarkdownText.Clean("a\uD800b"), Is.EqualTo("a\uFFFDb"));

    [FsCheck.NUnit.Property]
    public bool Escape_AnyText_ShowsAsCleanText(string? text) =>
        WebMarkdown.Shown(MarkdownText.Escape(text)) == MarkdownText.Clean(text)
            && PhoneMarkdown.Shown(MarkdownText.Escape(text)) is not null;

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public bool Escape_AnyPunctuation_ShowsAsWritten(int[] picks)
    {
        const string Punctuation = @"*_`[](){}<>~#+-=|\&;:/.!?@1 ax";
        var text = string.Concat(picks.Select(pick => Punctuation[(int)((uint)pick % Punctuation.Length)]));
        return WebMarkdown.Shown(MarkdownText.Escape(text)) == MarkdownText.Clean(text)
            && PhoneMarkdown.Shown(MarkdownText.Escape(text)) is not null;
    }

    [FsCheck.NUnit.Property]
    public bool Escape_AnyText_IsOneLineWithoutControls(string? text) =>
        !MarkdownText.Escape(text).Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202E');
}
