using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Tests.Cards;

/// <summary>The questions that a question ritual asks.</summary>
internal sealed class QuestionTextsTests
{
    [Test]
    public void Questions_AreAsManyInEveryLanguageAndSuitACard([Values("nl", "en")] string language)
    {
        var questions = Texts.For(language).Ritual.Questions;

        Assert.That(questions, Is.Unique.And.Count.EqualTo(Texts.For("en").Ritual.Questions.Count).And.Count.GreaterThanOrEqualTo(40));
        Assert.That(questions, Is.All.EndsWith("?").And.All.Length.LessThanOrEqualTo(100));
        Assert.That(questions.Select(MarkdownText.Escape), Is.EqualTo(questions), "a question is shown as it is written");
        Assert.That(questions, Is.Not.SupersetOf(Texts.For(language).Questions));
    }
}
