using TeamsConnectBot.BotFramework.Cards;

namespace TeamsConnectBot.BotFramework.Tests.Cards;

internal sealed class MarkdownTextTests
{
    [TestCase("Anna de Vries", "Anna de Vries")]
    [TestCase("Jan-Willem O'Neill", "Jan-Willem O'Neill")]
    [TestCase("J. (Jo) Smit", "J. (Jo) Smit")]
    [TestCase("R&D", "R&D")]
    [TestCase("[klik](https://evil.example)", @"\[klik\](https\://evil.example)")]
    [TestCase("**baas**", @"\*\*baas\*\*")]
    [TestCase("a_b", @"a\_b")]
    [TestCase("<at>Iedereen</at>", @"\<at\>Iedereen\</at\>")]
    [TestCase(@"\", @"\\")]
    [TestCase("1. een", @"1\. een")]
    [TestCase("2) twee", @"2\) twee")]
    [TestCase("- punt", @"\- punt")]
    [TestCase("# kop", @"\# kop")]
    [TestCase("www.evil.example", @"www\.evil.example")]
    [TestCase("&lt;b&gt;", @"\&lt;b\&gt;")]
    [TestCase("{{DATE(2026-01-01)}}", @"\{\{DATE(2026-01-01)}}")]
    [TestCase("a@b.example", @"a\@b.example")]
    public void Escape_Name_ShowsAsWritten(string name, string expected) =>
        Assert.That(MarkdownText.Escape(name), Is.EqualTo(expected));

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
        // Not a case above: an attribute's string cannot hold a lone surrogate.
        Assert.That(MarkdownText.Clean("a\uD800b"), Is.EqualTo("a\uFFFDb"));

    [FsCheck.NUnit.Property]
    public bool Escape_AnyText_LosesNothingButWhatCleanRemoves(string? text) =>
        Unescape(MarkdownText.Escape(text)) == MarkdownText.Clean(text);

    [FsCheck.NUnit.Property]
    public bool Escape_AnyText_IsOneLineWithoutControls(string? text) =>
        !MarkdownText.Escape(text).Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202E');

    private static string Unescape(string escaped)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] is '\\') i++;
            text.Append(escaped[i]);
        }

        return text.ToString();
    }
}
