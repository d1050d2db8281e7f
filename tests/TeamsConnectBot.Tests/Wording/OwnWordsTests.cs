using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Tests.Wording;

public sealed class OwnWordsTests
{
    [TestCase("draaitabellen in Excel")]
    [TestCase("Node.js, z.s.m. graag")]
    [TestCase("versie 10.0 of 9.1?")]
    [TestCase("een pivot (draaitabel) die klopt")]
    public void Problem_OrdinaryText_IsNone(string text) => Assert.That(OwnWords.Problem(text, 80), Is.Null);

    [TestCase("kijk op https://voorbeeld.nl", nameof(OwnWordsProblem.Link))]
    [TestCase("www.voorbeeld.nl", nameof(OwnWordsProblem.Link))]
    [TestCase("[hier](voorbeeld)", nameof(OwnWordsProblem.Link))]
    [TestCase("zie voorbeeld.nl/draaitabel", nameof(OwnWordsProblem.Link))]
    [TestCase("vraag @jan", nameof(OwnWordsProblem.Mention))]
    [TestCase("mail jan@voorbeeld.nl", nameof(OwnWordsProblem.Mention))]
    [TestCase("<at>Jan</at>", nameof(OwnWordsProblem.Mention))]
    [TestCase("", nameof(OwnWordsProblem.Empty))]
    [TestCase("…?!", nameof(OwnWordsProblem.Empty))]
    [TestCase("12345678901", nameof(OwnWordsProblem.TooLong))]
    public void Problem_TextThatIsNotPassedOn_IsNamed(string text, string problem) =>
        Assert.That(OwnWords.Problem(text, text.StartsWith("123", StringComparison.Ordinal) ? 10 : 80).ToString(), Is.EqualTo(problem));

    [Test]
    public void Problem_EmojiOfSeveralCodePoints_CountsAsOneCharacter() => Assert.That(OwnWords.Problem("ja 👩‍💻", 4), Is.Null);

    [Test]
    public void Problem_LetterWithHundredsOfAccents_IsTooLong() =>
        Assert.That(OwnWords.Problem("a" + new string('\u0301', 500), 80), Is.EqualTo(OwnWordsProblem.TooLong));

    [Test]
    public void OnOneLine_LineBreaksAndTabs_AreSingleSpaces() =>
        Assert.That(OwnWords.OnOneLine("  hoe\r\nmaak ik\t een  tabel "), Is.EqualTo("hoe maak ik een tabel"));

    [TestCase("draaitabellen", "Draaitabellen", true)]
    [TestCase("pivot tables", "Pivot tables in Excel", true)]
    [TestCase("R", "r", true)]
    [TestCase("de fiets", "de trein", false)]
    [TestCase("Excel draaitabellen", "Excel macro's", false)]
    [TestCase("in", "", false)]
    public void Fits_TwoTopics_ComparesWholeWords(string topic, string other, bool fits) =>
        Assert.That(TopicMatch.Fits(topic, other), Is.EqualTo(fits));
}
