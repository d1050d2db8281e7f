using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using static TeamsConnectBot.Tests.Cards.CardReading;

namespace TeamsConnectBot.Tests.Cards;

/// <summary>What the cards of a question to colleagues promise to whoever asks and to whoever is asked.</summary>
internal sealed class HelpingWordingTests
{
    [TestCase(
        "nl", "Kun jij een collega helpen?", "“Draaitabellen: een kolom met percentages erbij”",
        "20 minuten, op kantoor of online, in het Nederlands.",
        "Het is niet je leidinggevende, en niemand aan wie jij leiding geeft.", "Kun of wil je niet, dan ziet niemand dat.",
        "De vraag sluit woensdag 25 november 12:00.", "Met ‘Melden’ ziet Noor de Vries de vraag en wie hem stelde.")]
    [TestCase(
        "en", "Can you help a colleague?", "It is not your manager, and nobody you manage.",
        "If you can't or would rather not, nobody sees that.", "The question closes on Wednesday 25 November 12:00.",
        "With ‘Report’, Noor de Vries sees the question and who asked it.")]
    public void HelpOffer_Typical_Says(string language, params string[] sentences)
    {
        var text = Text(Samples.Everyday.HelpOffer(), language);
        Assert.That(sentences.Where(sentence => !text.Contains(sentence, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void HelpOffer_OnlyYes_SubmitsInputs()
    {
        var buttons = Samples.Everyday.HelpOffer().Build(Samples.Reader("nl")).Body
            .OfType<ActionSet>().SelectMany(set => set.Actions).OfType<ExecuteAction>();
        Assert.That(
            buttons.Where(button => button.AssociatedInputs is null).Select(button => button.Verb), Is.EqualTo(new[] { Verbs.HelpYes }));
    }

    [TestCase(
        "nl", "“Draaitabellen: een kolom met percentages erbij”", "20 minuten, uiterlijk woensdag 25 november 17:00, in het Nederlands.",
        "Je naam staat er niet bij, maar je woorden gaan precies zo mee. Let op of iemand je daaraan herkent.",
        "Uiterlijk woensdag 25 november 12:00 hoor je of er iemand kan, en wie.",
        "Wie je vraag krijgt, kan hem melden. Dan, en alleen dan, ziet Sam Jansen je vraag en je naam.")]
    [TestCase(
        "en", "Your name isn't on it, but your words go exactly as they are. Check whether somebody would recognise you by them.",
        "By Wednesday 25 November 12:00 you hear whether somebody can help, and who.",
        "Whoever gets your question can report it. Then, and only then, Sam Jansen sees your question and your name.")]
    public void AskPreview_Typical_Says(string language, params string[] sentences)
    {
        var text = Text(Preview(), language);
        Assert.That(sentences.Where(sentence => !text.Contains(sentence, StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("nl", "Daarom gaat je vraag meteen naar Sam Jansen, met je naam erbij.", "Je naam staat er niet bij")]
    [TestCase("en", "So your question goes to Sam Jansen at once, with your name.", "Your name isn't on it")]
    public void AskPreview_TooFewPeople_SaysWhoReadsItWithTheName(string language, string sentence, string otherwise) =>
        Assert.That(Text(Preview() with { ToHost = true }, language), Does.Contain(sentence).And.Not.Contain(otherwise));

    [Test]
    public void AskForm_TypedTooLong_IsNotCutOff() => Assert.That(
        Input<InputText>(
            new AskFormCard(Samples.Ref, new HelpForm(new string('x', 131), 20, null, null, "nl"), []), Inputs.OwnWords).MaxLength,
        Is.EqualTo(131));

    [Test]
    public void AskMeToo_Typical_SaysTheAllowance() => Assert.That(
        Text(new AskMeTooCard(Samples.Ref, new AskMeForm(AskMeChoice.Off, "")), "nl"),
        Does.Contain("Hooguit één vraag per week, los van je uitnodigingen. Laat je ze liggen, dan komen er minder."));

    [Test]
    public void HelpQuestion_ToString_HidesTheWords() => Assert.That(
        $"{Samples.Everyday.HelpOffer()} {new HelpForm("draaitabellen", 20, null, null, "nl")}",
        Does.Not.Contain("raaitabellen"));

    private static AskPreviewCard Preview() => new(
        Samples.Ref, Samples.Everyday.Question, Instant.FromUtc(2026, 11, 25, 11, 0), new Colleague("Sam Jansen", "sam@example.org"));
}
