using System.Reflection;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Tests.Cards;

/// <summary>Sentences that make a promise to people. Changing one is a decision, not a matter of taste.</summary>
internal sealed class CardWordingTests
{
    [TestCase("nl", "Koffie met een collega?")]
    [TestCase("nl", "20 minuten, in werktijd, op kantoor of online.")]
    [TestCase("nl", "do 14:30–14:50")]
    [TestCase("nl", "vr 10:00–10:20")]
    [TestCase(
        "nl",
        "Uiterlijk woensdag 12:00 hoor je of het doorgaat, en met wie. "
        + "Het is nooit je leidinggevende. Niet reageren is ook goed, niemand ziet het.")]
    [TestCase("en", "Coffee with a colleague?")]
    [TestCase("en", "20 minutes, in working hours, at the office or online.")]
    [TestCase("en", "Thu 14:30–14:50")]
    [TestCase(
        "en",
        "By Wednesday 12:00 you hear whether it's on, and with whom. "
        + "It is never your manager. Not answering is fine too, nobody sees it.")]
    public void Invitation_Typical_Says(string language, string sentence) =>
        Assert.That(Text(Samples.Everyday.Invitation(), language), Does.Contain(sentence));

    [TestCase("nl", "5 gegevens")]
    [TestCase("en", "5 items")]
    public void MyData_Count_IsOfDataItems(string language, string says) =>
        Assert.That(
            Text(new MyDataCard(Samples.Everyday.Invitation().Ref, [new DataHeld(DataKind.Preferences, 5, null, null, default)]), language),
            Does.Contain(says));

    [Test]
    public void Invitation_SeveralGaps_CanEachBeTickedAndNoneIsPreselected()
    {
        var gaps = Input<InputChoiceSet>(Samples.Worst.Invitation(), Inputs.Gaps);
        Assert.That(gaps.Choices.Select(choice => choice.Value), Is.EqualTo(new[] { "0", "1", "2" }));
        Assert.That(gaps.IsMultiSelect && gaps.IsRequired, Is.True);
        Assert.That(gaps.Value, Is.Null);
    }

    [Test]
    public void Invitation_SingleGap_IsPreselected() =>
        Assert.That(
            Input<InputChoiceSet>(Samples.Everyday.Invitation() with { Gaps = [Samples.Slot(26, 13, 30)] }, Inputs.Gaps).Value,
            Is.EqualTo("0"));

    [Test]
    public void Invitation_ShownAgain_KeepsTheTicks() =>
        Assert.That(Input<InputChoiceSet>(Samples.Worst.Invitation() with { Ticked = [0, 2] }, Inputs.Gaps).Value, Is.EqualTo("0,2"));

    [TestCase(0)]
    [TestCase(4)]
    public void Invitation_NoOrTooManyGaps_Throws(int count)
    {
        var card = Samples.Everyday.Invitation() with { Gaps = [.. Enumerable.Repeat(Samples.Slot(26, 13, 30), count)] };
        Assert.That(() => card.Build(Samples.Reader("nl")), Throws.ArgumentException.With.Message.Contains($"{count}"));
    }

    [Test]
    public void Invitation_OnlyYes_SubmitsInputs()
    {
        var buttons = Samples.Everyday.Invitation().Build(Samples.Reader("nl")).Body
            .OfType<ActionSet>().SelectMany(set => set.Actions).OfType<ExecuteAction>();
        Assert.That(
            buttons.Where(button => button.AssociatedInputs is null).Select(button => button.Verb),
            Is.EqualTo(new[] { Verbs.InvitationYes }));
    }

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
    public void AskMeToo_Typical_SaysTheAllowance() => Assert.That(
        Text(new AskMeTooCard(Samples.Ref, new AskMeForm(AskMeChoice.Off, "")), "nl"),
        Does.Contain("Hooguit één vraag per week, los van je uitnodigingen. Laat je ze liggen, dan komen er minder."));

    [Test]
    public void HelpOffer_OnlyYes_SubmitsInputs()
    {
        var buttons = Samples.Everyday.HelpOffer().Build(Samples.Reader("nl")).Body
            .OfType<ActionSet>().SelectMany(set => set.Actions).OfType<ExecuteAction>();
        Assert.That(
            buttons.Where(button => button.AssociatedInputs is null).Select(button => button.Verb), Is.EqualTo(new[] { Verbs.HelpYes }));
    }

    [Test]
    public void AskForm_TypedTooLong_IsNotCutOff() => Assert.That(
        Input<InputText>(
            new AskFormCard(Samples.Ref, new HelpForm(new string('x', 131), 20, null, null, "nl"), []), Inputs.OwnWords).MaxLength,
        Is.EqualTo(131));

    [TestCase(typeof(HelpOfferCard))]
    [TestCase(typeof(InvitationCard))]
    [TestCase(typeof(OpenTableInvitationCard))]
    public void Invitation_Type_CannotHoldAnyNameButTheHosts(Type card)
    {
        var types = card.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.PropertyType);
        Assert.That(
            types, Has.None.EqualTo(typeof(string)).And.None.EqualTo(typeof(Colleague)).And.None.AssignableTo<IEnumerable<Colleague>>());
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

    [TestCase("nl", "Je leidinggevende krijgt niets over jou te zien.")]
    [TestCase("en", "Your manager is shown nothing about you.")]
    public void Welcome_Typical_Says(string language, string sentence) =>
        Assert.That(Text(new WelcomeCard(Samples.Ref, Samples.Everyday.Host, Samples.Form), language), Does.Contain(sentence));

    [TestCase("nl", "Koffie met Sam Jansen", "De koffiebar, begane grond", "Geen AI-notulist, geen opname.", "Om 14:50 is het klaar.")]
    [TestCase("en", "Coffee with Sam Jansen", "De koffiebar, begane grond", "No AI note-taker, no recording.", "It ends at 14:50.")]
    public void Connection_Typical_Says(string language, params string[] sentences)
    {
        var text = Text(new MeetingCard(Samples.Everyday.Meeting(), null, 3), language);
        foreach (var sentence in sentences)
        {
            Assert.That(text, Does.Contain(sentence));
        }

        Assert.That(text, Does.Contain(Texts.For(language).Questions[3]));
    }

    [TestCase("nl", "Jullie kozen allebei: Muziek.", "Welk nummer zet je op als je alleen thuis bent?")]
    [TestCase("en", "You both chose: Music.", "Which song do you put on when you are home alone?")]
    public void Connection_WithAListedTopicInCommon_AsksItsQuestion(string language, string chose, string question)
    {
        var music = ListedTopic.Shipped.Single(topic => topic.Key == "Music");
        var meeting = Samples.Everyday.Meeting() with { InCommon = SharedInterests.None with { Topics = [music] } };

        Assert.That(
            Text(new MeetingCard(meeting, null, 3), language),
            Does.Contain(chose).And.Contain(question).And.Not.Contain(Texts.For(language).Questions[3]));
    }

    [TestCase("nl", "Jullie kozen allemaal: de *Tour*.", "Jullie noemden ‘de *Tour*’. ")]
    [TestCase("en", "You all chose: de *Tour*.", "You named ‘de *Tour*’. ")]
    public void Connection_OfThreeWithOwnWordsInCommon_AsksAQuestionWithThem(string language, string chose, string question)
    {
        var topic = new ListedTopic("x", new("de *Tour*", "de *Tour*"), null);
        var meeting = Samples.Everyday.Meeting(2) with { InCommon = SharedInterests.None with { Topics = [topic] } };

        Assert.That(Rituals.CardText.Of(Text(new MeetingCard(meeting, null, 7), language)), Does.Contain(chose).And.Contain(question));
    }

    [TestCase("nl", "We zoeken iemand bij jouw onderwerpen. Is die er niet, dan wordt het iets anders waar je voor koos.")]
    [TestCase("en", "We look for somebody with your topics. If there is nobody, it will be something else you chose.")]
    public void Invitation_ToLearn_PromisesNobody(string language, string sentence)
    {
        Assert.That(Text(Samples.Everyday.Invitation(Offer.Learning), language), Does.Contain(sentence));
        Assert.That(Text(Samples.Everyday.Invitation(), language), Does.Not.Contain(sentence));
    }

    [TestCase("nl", "Alleen wie je ontmoet, leest wat jullie gemeen hebben. Verder ziet niemand dit.")]
    [TestCase("en", "Only somebody you meet reads what you have in common. Nobody else sees this.")]
    public void Topics_Card_SaysWhoReadsThem(string language, string sentence) =>
        Assert.That(
            Text(new TopicsCard(Samples.Ref, Samples.Topics, ListedTopic.Shipped, IsOwnList: false), language), Does.Contain(sentence));

    [Test]
    public void Connection_Trio_OpensOneChatWithBoth()
    {
        var card = new MeetingCard(Samples.Everyday.Meeting(2), null, 0).Build(Samples.Reader("nl"));
        var links = card.Body.OfType<ActionSet>().SelectMany(set => set.Actions).OfType<OpenUrlAction>().Select(action => action.Url);
        Assert.That(
            links, Is.EqualTo(new[] { "https://teams.microsoft.com/l/chat/0/0?users=person1%40example.org,person2%40example.org" }));
    }

    [TestCase("UsGcc", "https://teams.microsoft.com/l/chat/0/0?users=")]
    [TestCase("UsGov", "https://gov.teams.microsoft.us/l/chat/0/0?users=")]
    [TestCase("UsGovDod", "https://dod.teams.microsoft.us/l/chat/0/0?users=")]
    public void Connection_InANationalCloud_OpensTheChatThere(string cloud, string address)
    {
        var reader = Samples.Reader("en") with { Cloud = MicrosoftClouds.Find(cloud)! };
        var cards = new Card[]
        {
            new MeetingCard(Samples.Everyday.Meeting(), null, 0),
            new ThanksCard(MeetingOutcome.Met, Samples.Everyday.Meeting().Others),
        };
        Assert.That(
            cards.Select(card => card.Build(reader).Body.OfType<ActionSet>().SelectMany(set => set.Actions).OfType<OpenUrlAction>()
                .Single(action => action.Url.Contains("/l/chat/", StringComparison.Ordinal)).Url),
            Is.All.StartsWith(address));
    }

    [Test]
    public void Connection_ErasedPartner_IsCalledAColleagueWithoutChatLink()
    {
        var meeting = Samples.Everyday.Meeting() with { Others = [new Colleague(null, null)] };
        var card = new MeetingCard(meeting, new Colleague(null, null), 0);
        Assert.That(Text(card, "nl"), Does.Contain("Koffie met een collega"));
        Assert.That(
            card.Build(Samples.Reader("nl")).Body.OfType<ActionSet>().SelectMany(set => set.Actions).OfType<OpenUrlAction>(), Is.Empty);
    }

    [Test]
    public void Connection_OnlineBeforeTheLinkIsKnown_PointsToTheCalendar() =>
        Assert.That(
            Text(new MeetingCard(Samples.Everyday.Meeting() with { Place = MeetingLocation.Online(null) }, null, 0), "nl"),
            Does.Contain("Online; de link staat in je agenda"));

    [Test]
    public void Moved_Card_GivesOnlyTheCalendarAsTheReason() =>
        Assert.That(
            Text(new MovedCard(Samples.Everyday.Meeting(), Samples.Slot(27, 9, 0)), "nl"), Does.Contain("Verplaatst vanwege de agenda"));

    [TestCase("nl", "Volgende keer ben jij eerst.")]
    [TestCase("en", "Next time you go first.")]
    public void Off_ForThePartner_PutsThemFirstNextTime(string language, string sentence) =>
        Assert.That(Text(new OffCard(Samples.Everyday.Meeting()), language), Does.Contain(sentence));

    [TestCase("nl", "Het lukte niet de tijden te combineren; volgende keer ben jij eerst.")]
    [TestCase("en", "The times couldn't be combined; next time you go first.")]
    public void NoLuck_Typical_Says(string language, string sentence) =>
        Assert.That(Text(new NoLuckCard(), language), Does.Contain(sentence));

    [TestCase("nl")]
    [TestCase("en")]
    public void NoLuck_Notification_IsTheSameAsForAConnection(string language) =>
        Assert.That(
            new NoLuckCard().Summary(Texts.For(language)),
            Is.EqualTo(new MeetingCard(Samples.Everyday.Meeting(), null, 0).Summary(Texts.For(language))));

    [TestCase(NeedFactKind.DaysSinceContact, 21, "Het is 21 dagen geleden dat je via ons iemand sprak.")]
    [TestCase(NeedFactKind.DaysSinceContact, 1, "Je sprak gisteren nog iemand via ons.")]
    [TestCase(NeedFactKind.AiUse, 3, "Je werkte de laatste twee weken bijna elke dag met AI.")]
    [TestCase(NeedFactKind.NoAiUseKnown, 0, "Over je AI-gebruik weten we niets. Dat maakt geen verschil.")]
    [TestCase(NeedFactKind.TurnsLeftOut, 2, "Je zei 2 keer ja en het lukte niet. Daarom ga je nu voor.")]
    public void Why_Fact_IsPutInWords(NeedFactKind kind, int value, string sentence) =>
        Assert.That(Text(new WhyCard(Samples.Ref, "Omdat.", [new NeedFact(kind, value, 10)]), "nl"), Does.Contain(sentence));

    [Test]
    public void UnknownInput_Type_CannotHoldWhatWasTyped() =>
        Assert.That(typeof(UnknownInputCard).GetProperties().Select(property => property.PropertyType), Has.None.EqualTo(typeof(string)));

    [Test]
    public void Offer_HasItsOwnQuestion([Values] Offer offer) =>
        Assert.That(Text(Samples.Everyday.Invitation(offer), "nl"), Does.Contain(Texts.For("nl").Offers.For(offer).Question));

    [Test]
    public void CardRef_ToString_HidesTheNonce() => Assert.That($"{Samples.Ref}", Does.Not.Contain(Samples.Ref.Nonce));

    [Test]
    public void Colleague_ToString_HidesTheName() =>
        Assert.That(new MeetingCard(Samples.Everyday.Meeting(), null, 0).ToString(), Does.Not.Contain("Sam"));

    [Test]
    public void HelpQuestion_ToString_HidesTheWords() => Assert.That(
        $"{Samples.Everyday.HelpOffer()} {new HelpForm("draaitabellen", 20, null, null, "nl")}",
        Does.Not.Contain("raaitabellen"));

    private static AskPreviewCard Preview() => new(
        Samples.Ref, Samples.Everyday.Question, Instant.FromUtc(2026, 11, 25, 11, 0), new Colleague("Sam Jansen", "sam@example.org"));

    private static string Text(Card card, string language) => card.Build(Samples.Reader(language)).ToJson();

    private static T Input<T>(Card card, string id) where T : InputElement =>
        card.Build(Samples.Reader("nl")).Body.OfType<T>().Single(input => input.Id == id);
}
