using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Tests.Cards;

internal sealed class TemplateTests
{
    [Test]
    public void With_AllValues_FillsEveryPlaceholder() =>
        Assert.That(new Template("{a} en {b}, {a}").With(("a", "1"), ("b", "2")), Is.EqualTo("1 en 2, 1"));

    [Test]
    public void With_ValueThatLooksLikeAPlaceholder_IsNotReplacedAgain() =>
        Assert.That(new Template("{a} en {b}").With(("a", "{b}"), ("b", "2")), Is.EqualTo("{b} en 2"));

    [Test]
    public void With_MissingValue_Throws() =>
        Assert.That(() => new Template("{a} en {b}").With(("a", "1")), Throws.ArgumentException.With.Message.Contains("'b'"));

    [Test]
    public void With_UnknownName_Throws() =>
        Assert.That(() => new Template("{a}").With(("a", "1"), ("c", "2")), Throws.ArgumentException.With.Message.Contains("'c'"));

    [TestCase(1, "1 dag")]
    [TestCase(0, "0 dagen")]
    [TestCase(2, "2 dagen")]
    public void Plural_Count_ChoosesTheForm(int count, string expected) =>
        Assert.That(new Plural(new("{count} dag"), new("{count} dagen")).With(count), Is.EqualTo(expected));
}
