using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Tests.Privacy;
using TeamsConnectBot.Tests.Rituals;

namespace TeamsConnectBot.Tests.Commands;

/// <summary>Ordinary words that people type to a bot, such as 'yes', 'not this week' and 'thanks', and misspelt commands.</summary>
internal sealed class OrdinaryWordsTests : OwnPersonTests
{
    private const string Adviser = "Vertrouwenspersoon Els";

    private static readonly Texts Dutch = Texts.For("nl");

    protected override Task<PrivacyWorld> StartWorldAsync() => PrivacyWorld.StartAsync(people: 60, settings: new()
    {
        ["Programme:HumanContacts:0:Name"] = Adviser,
        ["Programme:HumanContacts:0:Reach"] = "06 1234 5678",
    });

    [Test]
    public async Task ThanksAndHello_AreAnsweredInOneLine()
    {
        await World.JoinAsync(Anna);
        foreach (var typed in new[] { "dank je wel", "Dankjewel!", "thanks", "Bedankt hoor" })
        {
            Assert.That(await SayAsync(Anna, typed), Is.EqualTo(Dutch.ShortAnswer.Thanks), typed);
        }

        foreach (var typed in new[] { "hoi", "Goedemorgen!", "hello" })
        {
            Assert.That(await SayAsync(Anna, typed), Is.EqualTo(Dutch.ShortAnswer.Greeting), typed);
        }
    }

    [Test]
    public async Task AnswersInWords_WithNothingOpen_AreToldSo()
    {
        await World.JoinAsync(Anna);
        foreach (var typed in new[] { "ja", "ja graag", "nee", "deze week niet", "toch niet" })
        {
            Assert.That(await SayAsync(Anna, typed), Does.StartWith(Dutch.State.NothingOpen.Heading), typed);
        }

        foreach (var typed in new[] { "I can't make it", "I can’t make it", "ik kan niet", "wanneer is mijn afspraak?", "met wie?" })
        {
            Assert.That(await SayAsync(Anna, typed), Does.StartWith(Dutch.State.NoMeeting.Heading), typed);
        }
    }

    [Test]
    public async Task OneInvitation_CanBeAnsweredInWords_AndTheCardShowsTheAnswer()
    {
        await InviteAsync();
        var original = World.FromBot(Anna)[^1].Id;
        // A plain 'yes' does not say which of the offered slots suit, so the bot asks.
        Assert.That(await SayAsync(Anna, "ja graag"), Does.Contain(Dutch.Invitation.Gaps.Label));
        Assert.That(await StateAsync(Anna), Is.EqualTo(InvitationState.Sent));

        Assert.That(await SayAsync(Anna, "deze week niet"), Does.StartWith(Dutch.NotThisWeek.Heading));
        Assert.That(await StateAsync(Anna), Is.EqualTo(InvitationState.NotThisWeek));
        await World.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.That(
            CardText.Of(World.FromBot(Anna).Single(message => message.Id == original).CardJson), Does.StartWith(Dutch.NotThisWeek.Heading));

        await World.ClickAsync(Anna, Verbs.InvitationShow);
        await FirstRound.SayYesAsync(World, Anna);
        Assert.That(await SayAsync(Anna, "toch niet"), Does.StartWith(Dutch.TakenBack.Heading));
        Assert.That(await StateAsync(Anna), Is.EqualTo(InvitationState.Sent));
        Assert.That(await SayAsync(Anna, "nee"), Does.StartWith(Dutch.NotThisWeek.Heading));
    }

    [Test]
    public async Task OneInvitationWithOneMoment_IsAcceptedByTypingYes()
    {
        await InviteAsync();
        await World.WriteAsync(async db =>
        {
            foreach (var invitation in await db.Invitations.ToListAsync())
            {
                invitation.Gaps = [invitation.Gaps[0]];
            }
        });

        Assert.That(await SayAsync(Anna, "Ja, graag"), Does.StartWith(Dutch.Waiting.Heading));
        Assert.That(await StateAsync(Anna), Is.EqualTo(InvitationState.Yes));
    }

    [Test]
    public async Task TwoThingsOpen_AreNotGuessed()
    {
        await InviteAsync();
        await World.WriteAsync(
            async db =>
                (await db.Participants.SingleAsync(row => row.PersonId == Anna.ObjectId.ToString())).AskedForCompanyAt =
                    NodaTime.Instant.FromDateTimeOffset(World.Clock.Now));

        Assert.That(await SayAsync(Anna, "toch niet"), Does.Contain(Dutch.Invitation.NotThisWeek));
        Assert.That(await StateAsync(Anna), Is.EqualTo(InvitationState.Sent));
    }

    [Test]
    public async Task OneMeeting_CanBeShownAndCalledOffInWords()
    {
        await StartOwnWorldAsync();
        await FirstRound.MeetAsync(World, Anna, Bas);

        Assert.That(await SayAsync(Anna, "wanneer is mijn afspraak?"), Does.Contain(Bas.Name));
        Assert.That(
            await SayAsync(Anna, "nee"), Does.Contain(Bas.Name).And.Contain(Dutch.Common.CantMakeIt),
            "the bot must ask what 'no' refers to");
        Assert.That(await SayAsync(Anna, "I can’t make it"), Does.StartWith(Dutch.CantMakeIt.Heading));
        Assert.That(await SayAsync(Bas, "met wie?"), Does.Contain(Anna.Name), "nobody else may see it yet");
        await World.ClickAsync(Anna, Verbs.MeetingKeep);
    }

    [Test]
    public async Task DidYouMeet_CanBeAnsweredByTypingYes()
    {
        await StartOwnWorldAsync();
        await FirstRound.MeetAsync(World, Anna, Bas);
        await World.AdvanceAsync(TimeSpan.FromDays(4));
        Assert.That(CardText.Of(World.FromBot(Anna)[^1].CardJson), Does.StartWith(Dutch.DidYouMeet.Heading));

        Assert.That(await SayAsync(Anna, "ja"), Does.Contain(Dutch.Thanks.Met));
    }

    [TestCase("uitschrijven")]
    [TestCase("Meld me af")]
    [TestCase("unsubscribe")]
    [TestCase("quit")]
    [TestCase("stop please")]
    [TestCase("stop er\u200Bmee")]
    public async Task Leaving_InAnyCommonWord_Stops_AndSaysWhenTheDataIsErased(string typed)
    {
        await World.JoinAsync(Anna);

        Assert.That(
            await SayAsync(Anna, typed),
            Does.StartWith(Dutch.Stopped.Heading).And.Contain("Je gegevens gaan op").And.Contain("mei weg. Nu wissen?"));
        Assert.That((await World.ParticipantAsync(Anna)).JoinedAt, Is.Null);
    }

    [TestCase("afmelden voor donderdag")]
    [TestCase("stop met dat gezeur over koffie")]
    public async Task Leaving_WithMoreWords_AsksFirst(string typed)
    {
        await World.JoinAsync(Anna);

        Assert.That(await SayAsync(Anna, typed), Does.StartWith(Dutch.DidYouMean.Several).And.Contain(Adviser));
        Assert.That((await World.ParticipantAsync(Anna)).JoinedAt, Is.Not.Null);
        Assert.That(CardText.Of(await World.ClickAsync(Anna, Verbs.SayStop)), Does.StartWith(Dutch.Stopped.Heading));
    }

    [TestCase("verwijder mij")]
    [TestCase("Verwijder mijn gegevens!")]
    [TestCase("delete me")]
    [TestCase("delete my data please")]
    public async Task Erasing_InAnyCommonWord_AsksToConfirm(string typed)
    {
        await World.JoinAsync(Anna);

        Assert.That(await SayAsync(Anna, typed), Does.StartWith(Dutch.ForgetMe.Heading));
    }

    [TestCase("wat weet je over mij?")]
    [TestCase("Wat weten jullie van mij")]
    [TestCase("what do you know about me?")]
    public async Task WhatIsKnown_InAnyCommonWord_ShowsMyData(string typed)
    {
        await World.JoinAsync(Anna);

        Assert.That(await SayAsync(Anna, typed), Does.StartWith(Dutch.MyData.Heading));
    }

    [TestCase("cofee", "koffie", Verbs.AskCoffee)]
    [TestCase("kofie", "koffie", Verbs.AskCoffee)]
    [TestCase("checkin", "check-in", Verbs.SayCheckIn)]
    [TestCase("voorkuren", "voorkeuren", Verbs.OpenPreferences)]
    [TestCase("mijngegevens", "mijn gegevens", Verbs.ShowMyData)]
    [TestCase("lunch morgen?", "koffie", Verbs.AskCoffee)]
    [TestCase("puaze", "pauze", Verbs.SayPause)]
    public async Task MisspeltCommand_IsSuggestedWithAButton_ThatRunsIt(string typed, string meant, string verb)
    {
        await World.JoinAsync(Anna);

        Assert.That(await SayAsync(Anna, typed), Does.StartWith($"Bedoelde je ‘{meant}’?"));
        Assert.That(CardText.Of(await World.ClickAsync(Anna, verb)), Does.Not.StartWith("Bedoelde"));
    }

    [Test]
    public async Task WhetherTheBossSees_SuggestsMyDataAndTheRules()
    {
        await World.JoinAsync(Anna);

        Assert.That(
            await SayAsync(Anna, "ziet mijn baas dit?"),
            Does.StartWith(Dutch.DidYouMean.Several).And.Contain("Mijn gegevens").And.Contain("Regels")
                .And.Contain(Adviser));
    }

    [TestCase("help, ik word gepest door mijn baas")]
    [TestCase("mijn leidinggevende maakt me ziek")]
    [TestCase("zwarnofel bij regen")]
    public async Task WordsThatNoCommandIsFor_EndAtSomebodyToTalkTo(string typed)
    {
        await World.JoinAsync(Anna);

        Assert.That(await SayAsync(Anna, typed), Does.Contain(Dutch.Contacts.Heading).And.Contain(Adviser));
    }

    [Test]
    public async Task Nonsense_IsNotUnderstood_AndTheAnswerSaysWhatTheBotIs()
    {
        await World.JoinAsync(Anna);

        Assert.That(
            await SayAsync(Anna, "zwarnofel bij regen"),
            Does.StartWith("Dat begrijp ik niet").And.Contain("geen gesprekspartner").And.Contain("Typ ‘hulp’"));
    }

    [Test]
    public async Task Language_ByCommand_AppliesToTheChatFromThenOn()
    {
        await World.JoinAsync(Anna);

        Assert.That(await SayAsync(Anna, "English please"), Does.StartWith("This chat is in English"));
        Assert.That(await SayAsync(Anna, "hulp"), Does.StartWith(Texts.For("en").Help.Heading));
        Assert.That(CardText.Of(await World.ClickAsync(Anna, Verbs.AskCoffee)), Does.StartWith(Texts.For("en").Asked.Heading));
        Assert.That(await SayAsync(Anna, "taal"), Does.Contain("Typ ‘Nederlands’"));
        Assert.That(await SayAsync(Anna, "Nederlands"), Does.StartWith("Deze chat is in het Nederlands"));
        Assert.That(await SayAsync(Anna, "help"), Does.StartWith(Dutch.Help.Heading));
    }

    [Test]
    public async Task CoffeeWithSomebody_SaysThatNobodyCanBeAskedByName()
    {
        await World.JoinAsync(Anna);

        Assert.That(await SayAsync(Anna, $"koffie met {Bas.Name}"), Does.Contain(Dutch.Asked.NoNames));
        Assert.That(await SayAsync(Anna, "koffie"), Does.Not.Contain(Dutch.Asked.NoNames));
    }

    [TestCase("koffie")]
    [TestCase("voorkeuren")]
    [TestCase("pauze")]
    [TestCase("niet met Bas")]
    [TestCase("check-in")]
    [TestCase("verder")]
    public async Task BeforeJoining_ShowsTwoLinesAndAButtonInsteadOfTheWholeWelcome(string typed)
    {
        await World.InstallAsync(Anna);

        var card = await SayAsync(Anna, typed);

        Assert.That(card, Does.StartWith(Dutch.JoinFirst.Heading).And.Not.Contain(Dutch.Welcome.Idea));
        Assert.That(card.Split('\n'), Has.Length.EqualTo(3));
        Assert.That(CardText.Of(await World.ClickAsync(Anna, Verbs.ShowWelcome)), Does.Contain(Dutch.Welcome.Idea));
    }

    [Test]
    public async Task WhileEverythingIsStopped_CardsSayThatNothingIsSent()
    {
        await StartOwnWorldAsync();
        await World.JoinAsync(Anna);
        await World.Services.GetRequiredService<EverythingStop>().StopAsync(new Actor("x", "X", Role.Admin), default);

        foreach (var typed in new[] { "koffie", "hulp", "voorkeuren", "verder" })
        {
            Assert.That(await SayAsync(Anna, typed), Does.Contain(Dutch.State.Standstill), typed);
        }

        Assert.That(CardText.Of(await World.ClickAsync(Anna, Verbs.AskCoffee)), Does.Contain(Dutch.State.Standstill));
        Assert.That(await SayAsync(Anna, "mijn gegevens"), Does.Not.Contain(Dutch.State.Standstill));
    }

    [Test]
    public async Task StopEverything_ByAnEmployee_SaysHowToStopForOneself()
    {
        await World.JoinAsync(Anna);

        Assert.That(await SayAsync(Anna, "stop alles"), Does.Contain("beheerders").And.Contain("Zelf stoppen? Typ ‘stop’."));
    }

    private async Task InviteAsync()
    {
        await StartOwnWorldAsync();
        await World.JoinAsync(Anna);
        await World.JoinAsync(Bas);
        await World.AdvanceToAsync(FirstRound.Invited);
    }

    private async Task<string> SayAsync(Person person, string text) => CardText.Of(await World.SayAsync(person, text));

    private Task<InvitationState> StateAsync(Person person) =>
        World.ReadAsync(
            db => db.Invitations.Where(row => row.PersonId == person.ObjectId.ToString()).Select(row => row.State).SingleAsync());
}
