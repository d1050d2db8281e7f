using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Signals;
using static TeamsConnectBot.Tests.Cards.CardReading;

namespace TeamsConnectBot.Tests.Cards;

/// <summary>Sentences that make a promise to people. Changing one is a decision, not a matter of taste.</summary>
internal sealed class CardWordingTests
{
    [TestCase("nl", "Je leidinggevende krijgt niets over jou te zien.")]
    [TestCase("en", "Your manager is shown nothing about you.")]
    public void Welcome_Typical_Says(string language, string sentence) =>
        Assert.That(Text(new WelcomeCard(Samples.Ref, Samples.Everyday.Host, Samples.Form), language), Does.Contain(sentence));

    [Test]
    public void Welcome_WhereColleaguesCanBeAsked_SaysWhatItReadsOfTheCalendar([Values("nl", "en")] string language)
    {
        var line = Texts.For(language).Welcome.ReadHelp;

        Assert.That(
            Text(new WelcomeCard(Samples.Ref, Samples.Everyday.Host, Samples.Form, AsksAboutHelp: true), language), Does.Contain(line));
        Assert.That(Text(new WelcomeCard(Samples.Ref, Samples.Everyday.Host, Samples.Form), language), Does.Not.Contain(line));
    }

    [Test]
    public void Welcome_ConsentToggles_AreOffWhateverTheFormHolds(
        [Values(Inputs.AllowGaps, Inputs.AllowAiUse, Inputs.AllowSources)] string layer)
    {
        var card = new WelcomeCard(
            Samples.Ref, Samples.Everyday.Host, Samples.Form with { AllowGaps = true, AllowAiUse = true, AllowSources = true });
        Assert.That(Input<InputToggle>(card, layer).Value, Is.EqualTo("false"));
    }

    [Test]
    public void Welcome_OrganisationWithoutSources_DoesNotAskForThem([Values("nl", "en")] string language)
    {
        var asked = new WelcomeCard(Samples.Ref, Samples.Everyday.Host, Samples.Form with { AllowSources = false });
        var card = new WelcomeCard(Samples.Ref, Samples.Everyday.Host, Samples.Form);

        Assert.That(Text(asked, language), Does.Contain("Copilot"));
        Assert.That(Text(card, language), Does.Not.Contain("Copilot"));
    }

    [TestCase("nl", "Alleen wie je ontmoet, leest wat jullie gemeen hebben. Verder ziet niemand dit.")]
    [TestCase("en", "Only somebody you meet reads what you have in common. Nobody else sees this.")]
    public void Topics_Card_SaysWhoReadsThem(string language, string sentence) =>
        Assert.That(
            Text(new TopicsCard(Samples.Ref, Samples.Topics, ListedTopic.Shipped, IsOwnList: false), language), Does.Contain(sentence));

    [TestCase("nl", "✓ Veel", "‘Veel’, met AI op 5 van 5 werkdagen")]
    [TestCase("en", "✓ A lot", "‘A lot’, with AI on 5 of 5 working days")]
    public void SelfReport_Stored_ShowsTheAnswerAndWhatIsStored(string language, string button, string sentence)
    {
        var text = Text(
            new SelfReportCard(Samples.Ref, Counts: true, new ReportKept(SelfReportedUse.ALot, 5, 5, Samples.Now, Samples.Now)), language);

        Assert.That(text, Does.Contain(button).And.Contain(sentence));
    }

    [TestCase("nl", "Wil je dat dit meetelt?", "hooguit 14 dagen")]
    [TestCase("en", "Would you like this to count?", "14 days at most")]
    public void SelfReport_WithoutConsent_AsksForItFirst(string language, params string[] sentences)
    {
        var text = Text(new SelfReportCard(Samples.Ref, Counts: false, null), language);

        foreach (var sentence in sentences)
        {
            Assert.That(text, Does.Contain(sentence));
        }

        Assert.That(text, Does.Not.Contain(Verbs.ReportALot), "the answers must come after the consent");
    }

    [TestCase(NeedFactKind.DaysSinceContact, 21, "Het was 21 dagen geleden dat je via ons iemand sprak.")]
    [TestCase(NeedFactKind.DaysSinceContact, 1, "Het was een dag geleden dat je via ons iemand sprak.")]
    [TestCase(NeedFactKind.AiUse, 3, "Je werkte de laatste twee weken bijna elke dag met AI.")]
    [TestCase(NeedFactKind.NoAiUseKnown, 0, "Over je AI-gebruik weten we niets. Dat is geen nadeel.")]
    [TestCase(NeedFactKind.TurnsLeftOut, 2, "Je zei 2 keer ja en het lukte niet. Daarom ging je voor.")]
    [TestCase(NeedFactKind.Newcomer, 0, "Je was hier net begonnen.")]
    [TestCase(NeedFactKind.Newcomer, 1, "Je was hier net begonnen.")]
    [TestCase(NeedFactKind.Newcomer, 12, "Je werkte hier 12 dagen.")]
    public void Why_Fact_IsPutInWords(NeedFactKind kind, int value, string sentence) =>
        Assert.That(
            Text(new WhyCard(Samples.Ref, "Omdat.", [new NeedFact(kind, value, 10)]), "nl"),
            Does.Contain(sentence).And.Contain("toen je werd gevraagd"));

    [TestCase("nl", "5 gegevens")]
    [TestCase("en", "5 items")]
    public void MyData_Count_IsOfDataItems(string language, string says) =>
        Assert.That(
            Text(new MyDataCard(Samples.Everyday.Invitation().Ref, [new DataHeld(DataKind.Preferences, 5, null, null, default)]), language),
            Does.Contain(says));

    [Test]
    public void UnknownInput_Type_CannotHoldWhatWasTyped() =>
        Assert.That(typeof(UnknownInputCard).GetProperties().Select(property => property.PropertyType), Has.None.EqualTo(typeof(string)));

    [Test]
    public void CardRef_ToString_HidesTheNonce() => Assert.That($"{Samples.Ref}", Does.Not.Contain(Samples.Ref.Nonce));

    [Test]
    public void TopicsForm_ToString_HidesTheWords() => Assert.That($"{Samples.Topics}", Does.Not.Contain("schaken"));
}
