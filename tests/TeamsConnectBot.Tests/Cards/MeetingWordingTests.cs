using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using static TeamsConnectBot.Tests.Cards.CardReading;

namespace TeamsConnectBot.Tests.Cards;

/// <summary>What people read about a meeting once everybody said yes, and when there is none or it changes.</summary>
internal sealed class MeetingWordingTests
{
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

    // The message and the change of the event are planned together; either can be first.
    [TestCase("nl", "In je agenda verhuist het mee.", "Het gaat ook uit je agenda.", "Hij gaat uit je agenda.")]
    [TestCase("en", "It moves in your calendar too.", "It leaves your calendar too.", "It leaves your calendar too.")]
    public void Calendar_AfterAChange_IsNotSaidToBeUpToDateAlready(string language, string moves, string off, string calledOff)
    {
        Assert.That(Text(new MovedCard(Samples.Everyday.Meeting(), Samples.Slot(27, 9, 0)), language), Does.Contain(moves));
        Assert.That(Text(new OffCard(Samples.Everyday.Meeting()), language), Does.Contain(off));
        Assert.That(Text(new StateCard(CardState.CalledOff), language), Does.Contain(calledOff));
    }

    // A new meeting also needs a yes to an invitation, so that none tells nothing about what the other chose.
    [TestCase("nl", "als jullie ja zeggen op een gewone uitnodiging", "zegt dat niets over een ander", "Is dat wederzijds")]
    [TestCase("en", "when you all say yes to an ordinary invitation", "says nothing about anybody else", "If that is mutual")]
    public void Again_Card_PromisesNoMeeting(string language, string asked, string nothing, string thanks)
    {
        foreach (var others in new[] { 1, 2 })
        {
            Assert.That(
                Text(new DidYouMeetCard(Samples.Everyday.Meeting(others)), language),
                Does.Contain(asked).And.Contain(nothing).And.Not.Contain("allebei").And.Not.Contain("both"));
        }

        Assert.That(
            Text(new ThanksCard(MeetingOutcome.AgainPlease, Samples.Everyday.Meeting().Others), language), Does.Contain(thanks));
    }

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

    [Test]
    public void Colleague_ToString_HidesTheName() =>
        Assert.That(new MeetingCard(Samples.Everyday.Meeting(), null, 0).ToString(), Does.Not.Contain("Sam"));
}
