using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Tests.Cards;

/// <summary>Rules for ritual cards, in addition to those in <see cref="CardTests"/>.</summary>
internal sealed class RitualCardTests
{
    [Test]
    public void EveryNotice_HasATextWithFilledPlaceholders([Values("nl", "en")] string language)
    {
        foreach (var notice in Enum.GetValues<RitualNotice>())
        {
            var text = Text(new RitualNoticeCard(notice, "Vrijdagkoffie", "vr 27 nov"), language);
            Assert.That(text, Is.Not.Empty.And.Not.Contains("{"), notice.ToString());
        }
    }

    [Test]
    public void EveryChange_HasAText([Values("nl", "en")] string language)
    {
        foreach (var what in Enum.GetValues<ChangeWords>())
        {
            Assert.That(
                Text(new RitualConfirmCard(Samples.Ref, what, "Vrijdagkoffie", "elke vrijdag", null, ByVote: false), language),
                Does.Contain("Vrijdagkoffie"), what.ToString());
        }
    }

    [Test]
    public void EveryTemplate_HasAnAgendaAndIsFoundByName([Values("nl", "en")] string language)
    {
        var templates = Texts.For(language).Ritual.Templates;
        foreach (var template in Enum.GetValues<RitualTemplate>().Where(template => template != RitualTemplate.None))
        {
            Assert.That(templates.For(template)!.Agenda, Has.Count.InRange(3, 5));
            Assert.That(templates.Find(templates.For(template)!.Name), Is.EqualTo(template));
        }
    }

    [TestCase("en", "Team lunch")]
    [TestCase("en", "team meeting every Monday at 10")]
    [TestCase("en", "Code walkthrough")]
    [TestCase("en", "Project charter review")]
    [TestCase("nl", "Klantafspraken doornemen")]
    [TestCase("nl", "Afspraken doornemen")]
    [TestCase("nl", "Hypotheekoverleg")]
    [TestCase("nl", "Bibliotheek")]
    [TestCase("nl", "Democratie in het team")]
    public void Template_WithItsWordInsideAnother_IsNotFound(string language, string name) =>
        Assert.That(Texts.For(language).Ritual.Templates.Find(name), Is.EqualTo(RitualTemplate.None));

    [TestCase("en", "Friday coffee", RitualTemplate.Coffee)]
    [TestCase("en", "Team tea", RitualTemplate.Coffee)]
    [TestCase("en", "walk-and-talk", RitualTemplate.Walk)]
    [TestCase("en", "AI agreements", RitualTemplate.AiAgreements)]
    [TestCase("nl", "Vrijdagkoffie", RitualTemplate.Coffee)]
    [TestCase("nl", "koffiemoment elke vrijdag 15:00", RitualTemplate.Coffee)]
    [TestCase("nl", "Hypotheekoverleg met thee", RitualTemplate.Coffee)]
    [TestCase("nl", "Kerstborrel", RitualTemplate.Coffee)]
    [TestCase("nl", "Wandelen", RitualTemplate.Walk)]
    [TestCase("nl", "Lunchwandeling", RitualTemplate.Walk)]
    [TestCase("nl", "Sprintdemo", RitualTemplate.ShowAndTell)]
    [TestCase("nl", "Onze AI-afspraken", RitualTemplate.AiAgreements)]
    public void Template_NamedInTheUsualWay_IsFound(string language, string name, RitualTemplate template) =>
        Assert.That(Texts.For(language).Ritual.Templates.Find(name), Is.EqualTo(template));

    [TestCase(VotePhase.Passed)]
    [TestCase(VotePhase.Rejected)]
    [TestCase(VotePhase.TooFew)]
    [TestCase(VotePhase.Overtaken)]
    public void Vote_Closed_HasNoButtonsAndNoNumbers(VotePhase phase)
    {
        var card = new VoteCard(Samples.Ref, ChangeWords.Create, "Vrijdagkoffie", "elke vrijdag", Samples.Now, phase)
            .Build(Samples.Reader("nl"));

        Assert.That(card.Body.OfType<ActionSet>(), Is.Empty);
        Assert.That(string.Join(' ', card.Body.OfType<TextBlock>().Select(block => block.Text)), Does.Not.Match(@"\d"));
    }

    private static string Text(Card card, string language) =>
        string.Join('\n', card.Build(Samples.Reader(language)).Body.OfType<TextBlock>().Select(block => block.Text));
}
