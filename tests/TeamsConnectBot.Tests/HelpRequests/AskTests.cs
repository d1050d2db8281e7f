using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Tests.Privacy;
using TeamsConnectBot.Tests.Rituals;

namespace TeamsConnectBot.Tests.HelpRequests;

/// <summary>
/// Asking colleagues in the own chat, on a Monday at seven, up to the card that shows everything before it is sent. Anna takes part, Bas
/// only has the app; the last person is the pool's host.
/// </summary>
internal sealed class AskTests
{
    private static readonly Texts Dutch = Texts.For("nl");

    private PrivacyWorld world = null!;

    private Person Anna => world.People[0];

    private Person Bas => world.People[1];

    private Person Host => world.People[^1];

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var settings = new Dictionary<string, string>
        {
            ["Programme:Pools:0:Help:On"] = "true", ["Programme:Pools:0:Help:AgreedBy"] = "the works council",
            ["Programme:HumanContacts:0:Name"] = "Vertrouwenspersoon Els", ["Programme:HumanContacts:0:Reach"] = "06 1234 5678",
        };
        world = await PrivacyWorld.StartAsync(
            change: organisation =>
            {
                settings["Programme:Pools:0:Host:PersonId"] = organisation.People[^1].ObjectId.ToString();
                return organisation;
            },
            settings: settings);
        await world.JoinAsync(Anna);
        await world.InstallAsync(Bas);
        await world.JoinAsync(Host);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [TearDown]
    public Task ForgetQuestionsAsync() => world.WriteAsync(db => db.HelpRequests.ExecuteDeleteAsync());

    [TestCase(
        "vraag draaitabellen in Excel, 25 min, morgen", "draaitabellen in Excel",
        "25 minuten, uiterlijk dinsdag 3 maart 17:00, in het Nederlands.")]
    [TestCase(
        "Vraag: Wie kent  C#, R; of allebei? In het Engels", "Wie kent C#, R; of allebei?",
        "20 minuten, uiterlijk woensdag 4 maart 17:00, in het Engels.")]
    [TestCase(
        "ask Pivot tables!, half an hour, by Friday 3pm", "Pivot tables!",
        "30 minuten, uiterlijk vrijdag 6 maart 15:00, in het Nederlands.")]
    [TestCase(
        "vraag een collega hoe een draaitabel werkt", "hoe een draaitabel werkt",
        "20 minuten, uiterlijk woensdag 4 maart 17:00, in het Nederlands.")]
    [TestCase("vraag *vet* en [dit](daar), zondag", "*vet* en [dit](daar)", null)]
    public async Task Ask_InOneLine_IsShownInFullBeforeAnythingIsSent(string typed, string words, string? what)
    {
        var card = CardText.Of(await world.SayAsync(Anna, typed));
        if (what is null)
        {
            Assert.That(card, Does.Contain(Dutch.Helping.Problems.Link).And.Contain(Dutch.Helping.Form.Heading));
            return;
        }

        Assert.That(card, Does.StartWith(Dutch.Helping.Preview.Heading).And.Contain($"“{words}”").And.Contain(what));
        var row = await DraftAsync();
        Assert.That((row?.Words, row?.State), Is.EqualTo((words, HelpRequestState.Draft)));
        Assert.That(world.FromBot(Host).Count(message => message.CardJson!.Contains(words, StringComparison.Ordinal)), Is.Zero);
    }

    [Test]
    public async Task Preview_FewPeople_SaysBeforehandThatItGoesToTheHostByName()
    {
        var card = CardText.Of(await world.SayAsync(Anna, "vraag draaitabellen"));

        Assert.That(card, Does.Contain("te weinig mensen").And.Contain("met je naam erbij"));
        Assert.That((await DraftAsync())?.IsForHost, Is.True);
    }

    [TestCase("vraag 20 min, morgen", "Er staat nog niet waar het over gaat", "")]
    [TestCase("vraag ?!", "Er staat nog niet waar het over gaat", "?!")]
    [TestCase("vraag zie https://example.org/draaitabel, 20 min", "Er staat een link in", "zie https://example.org/draaitabel")]
    [TestCase("vraag draaitabellen voor @jan", "@naam of een mailadres", "draaitabellen voor @jan")]
    [TestCase("vraag draaitabellen, 90 min", "90 minuten kan niet. Kies 10 tot 60 minuten, in stappen van 5.", "draaitabellen")]
    [TestCase("vraag draaitabellen, 12 min", "12 minuten kan niet.", "draaitabellen")]
    [TestCase("vraag draaitabellen, gisteren", "Zondag 1 maart 17:00 is al voorbij. Kies maandag 2 maart", "draaitabellen")]
    [TestCase("vraag draaitabellen, vandaag 9:30", "Maandag 2 maart 09:30 is te snel", "draaitabellen")]
    [TestCase("vraag draaitabellen, 12 april", "te ver vooruit. Kies uiterlijk maandag 16 maart 17:00", "draaitabellen")]
    public async Task Ask_WithAProblem_NamesItAndWhatWouldBeRight_AndKeepsWhatWasTyped(string typed, string said, string kept)
    {
        var json = await world.SayAsync(Anna, typed);

        Assert.That(CardText.Of(json), Does.Contain(said).And.Contain(Dutch.Helping.Form.Heading));
        Assert.That((string?)new CardView(json).Inputs()[Inputs.OwnWords] ?? "", Is.EqualTo(kept));
        Assert.That(await DraftAsync(), Is.Null, "nothing is stored before it can be shown in full");
    }

    [Test]
    public async Task Ask_TooLong_SaysByHowMuch_AndKeepsAllOfIt()
    {
        var words = string.Join(' ', Enumerable.Repeat("draaitabel", 12));

        var json = await world.SayAsync(Anna, $"vraag {words}, 20 min");

        Assert.That(CardText.Of(json), Does.Contain("Dat zijn 131 tekens; er passen er 80."));
        Assert.That((string?)new CardView(json).Inputs()[Inputs.OwnWords], Is.EqualTo(words));
    }

    [Test]
    public async Task Form_WithAProblem_KeepsTheRest_AndThenShowsTheQuestion()
    {
        Assert.That(CardText.Of(await world.SayAsync(Anna, "vraag")), Does.StartWith(Dutch.Helping.Form.Heading));
        var refused = await world.ClickAsync(Anna, Verbs.HelpPreview, new JsonObject
        {
            [Inputs.OwnWords] = "Een brief", [Inputs.HelpMinutes] = "45", [Inputs.HelpDay] = "morgen", [Inputs.HelpTime] = "14:00",
            [Inputs.HelpLanguage] = "en",
        });

        Assert.That(CardText.Of(refused), Does.Contain(Dutch.Helping.Form.Day.Named));
        var kept = new CardView(refused).Inputs();
        Assert.That(
            new[] { Inputs.OwnWords, Inputs.HelpMinutes, Inputs.HelpTime, Inputs.HelpLanguage }.Select(input => (string?)kept[input]),
            Is.EqualTo(new[] { "Een brief", "45", "14:00", "en" }));

        var shown = await world.ClickAsync(Anna, Verbs.HelpPreview, new JsonObject
        {
            [Inputs.OwnWords] = "Een brief", [Inputs.HelpMinutes] = "45", [Inputs.HelpDay] = "2026-03-05", [Inputs.HelpTime] = "14:00",
            [Inputs.HelpLanguage] = "en",
        });
        Assert.That(CardText.Of(shown), Does.Contain("45 minuten, uiterlijk donderdag 5 maart 14:00, in het Engels."));

        var changed = new CardView(await world.ClickAsync(Anna, Verbs.HelpAsk)).Inputs();
        Assert.That(
            new[] { Inputs.OwnWords, Inputs.HelpMinutes, Inputs.HelpDay, Inputs.HelpTime, Inputs.HelpLanguage }
                .Select(input => (string?)changed[input]),
            Is.EqualTo(new[] { "Een brief", "45", "2026-03-05", "14:00", "en" }));
    }

    [Test]
    public async Task Form_WithoutItsInputs_SaysSo()
    {
        await world.SayAsync(Anna, "vraag");
        var message = world.FromBot(Anna).Last(message => message.HasButton(Verbs.HelpPreview));

        var answer = await world.Tenant.Teams.ClickAsync(
            Anna, message.Id, Verbs.HelpPreview, new CardView(message.CardJson!).Button(Verbs.HelpPreview), []);

        Assert.That(CardText.Of(answer.CardJson), Does.Contain(Dutch.Preferences.NothingCame));
    }

    [Test]
    public async Task Preview_OfSomebodyElse_CannotBeOpenedOrChanged()
    {
        await world.SayAsync(Anna, "vraag draaitabellen");
        var message = world.FromBot(Anna)[^1];

        var answer = await world.Tenant.Teams.ClickAsync(
            Host, message.Id, Verbs.HelpAsk, new CardView(message.CardJson!).Button(Verbs.HelpAsk), []);

        Assert.That(CardText.Of(answer.CardJson), Does.StartWith(Dutch.State.NotYours.Heading).And.Not.Contain("draaitabellen"));
    }

    [Test]
    public async Task Ask_WhenItCannotBeAsked_SaysWhy_AndRepeatsWhatWasTyped()
    {
        Assert.That(CardText.Of(await world.SayAsync(Bas, "vraag draaitabellen")), Does.StartWith(Dutch.JoinFirst.Heading));

        await world.SayAsync(Anna, "pauze");
        var paused = await world.SayAsync(Anna, "vraag draaitabellen, morgen");
        Assert.That(CardText.Of(paused), Does.StartWith(Dutch.Helping.Refusals.Paused.Heading).And.Contain("“draaitabellen”"));
        await world.ClickAsync(Anna, Verbs.Resume);

        await world.WriteAsync(db =>
        {
            db.HelpRequests.Add(new HelpRequestRow
            {
                Id = Guid.Parse("01938b6c-0000-7000-8000-00000000000a"), PersonId = Anna.ObjectId.ToString(), PoolId = "everyone",
                Words = "een eerdere vraag", Language = "nl", Minutes = 20, Deadline = Instant.FromUtc(2026, 3, 4, 16, 0),
                State = HelpRequestState.Open, Nonce = "nonce", CreatedAt = Instant.FromUtc(2026, 3, 2, 5, 0),
            });
            return Task.CompletedTask;
        });
        var second = CardText.Of(await world.SayAsync(Anna, "vraag nog iets"));
        Assert.That(second, Does.StartWith(Dutch.Helping.Refusals.OneIsOpen.Heading).And.Contain("“nog iets”"));
        Assert.That(await DraftAsync(), Is.Null);
    }

    [TestCase("help me met draaitabellen")]
    [TestCase("hulp bij Excel")]
    [TestCase("can you help with pivot tables?")]
    [TestCase("wie weet iets van draaitabellen")]
    [TestCase("ik ben vastgelopen")]
    public async Task WordsForNeedingHelp_LeadToTheQuestion(string typed)
    {
        var json = await world.SayAsync(Anna, typed);

        Assert.That(CardText.Of(json), Does.Contain(Dutch.DidYouMean.One.With(("command", "vraag"))).And.Contain("Vertrouwenspersoon Els"));
        Assert.That(CardText.Of(await world.ClickAsync(Anna, Verbs.HelpAsk)), Does.StartWith(Dutch.Helping.Form.Heading));
    }

    [Test]
    public async Task Help_StaysHelp_AndDespairComesFirst()
    {
        foreach (var typed in new[] { "help", "help me", "hulp", "help!" })
        {
            Assert.That(CardText.Of(await world.SayAsync(Anna, typed)), Does.StartWith(Dutch.Help.Heading), typed);
        }

        Assert.That(CardText.Of(await world.SayAsync(Anna, "vraag: ik zie het niet meer zitten")), Does.StartWith(Dutch.People.Heading));
        Assert.That(CardText.Of(await world.SayAsync(Anna, "vraag koffie")), Does.StartWith(Dutch.Asked.Heading));
    }

    [Test]
    public async Task AskMeToo_IsSaved_ShownAgain_AndSwitchedOff()
    {
        await world.SayAsync(Anna, "voorkeuren");
        var card = CardText.Of(await world.ClickAsync(Anna, Verbs.HelpOffers));
        Assert.That(card, Does.StartWith(Dutch.Helping.AskMeToo.Heading).And.Contain("Hooguit één vraag per week"));
        Assert.That(await HelperAsync(), Is.Null);

        var saved = await world.ClickAsync(Anna, Verbs.HelpOffers, Choice("topics", " draaitabellen ,  Engelse brieven; draaitabellen"));
        Assert.That(CardText.Of(saved), Does.Contain(Dutch.Preferences.Saved));
        Assert.That((await HelperAsync())!.Topics, Is.EqualTo(new[] { "draaitabellen", "Engelse brieven" }));

        var again = new CardView(await world.SayAsync(Anna, "vraag mij ook eens")).Inputs();
        Assert.That((string?)again[Inputs.AskMeTopics], Is.EqualTo("draaitabellen, Engelse brieven"));
        Assert.That((string?)again[Inputs.AskMeChoice], Is.EqualTo("topics"));

        await world.ClickAsync(Anna, Verbs.HelpOffers, Choice("anything", ""));
        Assert.That((await HelperAsync()) is { Anything: true, Topics.Count: 0 }, Is.True);

        await world.ClickAsync(Anna, Verbs.HelpOffers, Choice("off", ""));
        Assert.That(await HelperAsync(), Is.Null);
    }

    [TestCase("topics", "", "Vul minstens één onderwerp in")]
    [TestCase("topics", "a, b, c, d, e, f", "Dat zijn 6 onderwerpen. Kies er hooguit vijf.")]
    [TestCase("anything", "www.example.org", "‘www.example.org’: Er staat een link in.")]
    [TestCase("topics", "brieven van jan@example.org", "@naam of een mailadres")]
    [TestCase("topics", "een onderwerp dat veel te lang is voor een onderwerp", "Dat zijn 52 tekens; er passen er 40.")]
    [TestCase("maybe", "brieven", "Mag je gevraagd worden? Kies een van de drie.")]
    public async Task AskMeToo_WithAProblem_NamesIt_KeepsWhatWasTyped_AndSavesNothing(string choice, string topics, string said)
    {
        await world.SayAsync(Anna, "ask me too");

        var json = await world.ClickAsync(Anna, Verbs.HelpOffers, Choice(choice, topics));

        Assert.That(CardText.Of(json), Does.Contain(said).And.Not.Contain(Dutch.Preferences.Saved));
        Assert.That((string?)new CardView(json).Inputs()[Inputs.AskMeTopics] ?? "", Is.EqualTo(topics));
        Assert.That(await HelperAsync(), Is.Null);
    }

    private static JsonObject Choice(string choice, string topics) =>
        new() { [Inputs.AskMeChoice] = choice, [Inputs.AskMeTopics] = topics };

    private Task<HelpRequestRow?> DraftAsync() =>
        world.ReadAsync(db => db.HelpRequests.SingleOrDefaultAsync(row => row.State == HelpRequestState.Draft));

    private Task<HelperRow?> HelperAsync() =>
        world.ReadAsync(db => db.Helpers.SingleOrDefaultAsync(row => row.PersonId == Anna.ObjectId.ToString()));
}
