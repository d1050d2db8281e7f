using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Tests.Rituals;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Erases a person whose values occur nowhere else, so that every trace of them can be found.</summary>
internal sealed class ErasureTests
{
    private static readonly Texts Dutch = Texts.For("nl");

    private PrivacyWorld world = null!;

    private Person Quirijn => world.People[0];

    private Person Partner => world.People[1];

    [SetUp]
    public async Task StartAsync() => world = await PrivacyWorld.StartAsync(change: organisation => organisation with
    {
        People = organisation.People.SetItem(0, organisation.People[0] with
        {
            Name = "Quirijn Zonnebloemveld", Mail = "zq-mailbox@contoso.example", UserPrincipalName = "zq-signin@contoso.example",
        }),
    });

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Erased_LeavesNoTraceInDatabaseOrLog()
    {
        await FirstRound.MeetAsync(world, Quirijn, Partner, aiUse: true);
        await world.SayAsync(Quirijn, "mijn week");
        await world.ClickAsync(Quirijn, Verbs.ReportALot);
        var planted = await TraceableValuesAsync();
        Assert.That(planted, Has.Count.EqualTo(9));
        await world.TruncateWalAsync();
        Assert.That(
            planted.Where(value => !DatabaseFiles.Contain(world.DatabaseFile, value)), Is.Empty,
            "these values were never stored, so the test would prove nothing about them");
        var welcome = world.FromBot(Quirijn)[0];
        var cardOfWelcome = welcome.CardJson!;

        await world.SayAsync(Quirijn, "Vergeet mij");
        var question = world.FromBot(Quirijn)[^1];
        var cardOfQuestion = question.CardJson!;
        var answer = await world.ClickAsync(Quirijn, question, cardOfQuestion, Verbs.Forget);

        Assert.That(answer.CardJson, Does.Contain(Dutch.Forgotten.Heading));
        Assert.That(planted.Where(value => DatabaseFiles.Contain(world.DatabaseFile, value)), Is.Empty);
        Assert.That(planted.Where(value => world.Log.All.Any(line => line.Contains(value, StringComparison.OrdinalIgnoreCase))), Is.Empty);
        Assert.That(await world.ReadAsync(db => db.Erasures.Select(day => day.People).ToListAsync()), Is.EqualTo(new[] { 1 }));

        // Clicking the cards that are still in the chat must not store anything again.
        Assert.That(
            (await world.ClickAsync(Quirijn, question, cardOfQuestion, Verbs.Forget)).CardJson, Does.Contain(Dutch.Forgotten.Heading));
        Assert.That((await world.ClickAsync(Quirijn, welcome, cardOfWelcome, Verbs.Join)).CardJson, Does.Contain(Dutch.State.Gone.Heading));
        await world.TruncateWalAsync();
        Assert.That(planted.Where(value => DatabaseFiles.Contain(world.DatabaseFile, value)), Is.Empty);
    }

    [Test]
    public async Task Erased_WithAMeetingAhead_PartnerIsToldTheMeetingWithAColleagueIsOff()
    {
        await FirstRound.MeetAsync(world, Quirijn, Partner);
        Assert.That(CardsOf(Partner), Has.Some.Contains("Quirijn"));
        Assert.That(world.Tenant.Tenant.Calendar.Live, Has.Count.EqualTo(1));

        await world.EraseAsync(Quirijn);

        var news = CardsOf(Partner)[^1];
        Assert.That(news, Does.Contain(Dutch.Off.Heading).And.Contain("met " + Dutch.Common.Colleague));
        Assert.That(CardsOf(Partner), Has.None.Contains("Quirijn"));
        Assert.That(world.Tenant.Tenant.Calendar.Live, Is.Empty);
    }

    [TestCase(Verbs.DidMeet)]
    [TestCase(Verbs.DidNotMeet)]
    [TestCase(null)]
    public async Task Erased_AfterTheMeeting_PartnersCardsAreEditedWithoutNewMessage(string? answer)
    {
        await MeetAndAskAsync();
        if (answer is not null)
        {
            await world.ClickAsync(Partner, answer);
        }

        var before = world.FromBot(Partner).Count;
        if (answer != Verbs.DidNotMeet)
        {
            Assert.That(
                CardsOf(Partner), Has.Some.Contains("Quirijn").Or.Some.Contains("zq-signin"),
                "the cards must show the name first, or the test proves nothing");
        }

        await world.EraseAsync(Quirijn);

        Assert.That(CardsOf(Partner), Has.None.Contains("Quirijn").And.None.Contains("zq-signin"));
        Assert.That(world.FromBot(Partner), Has.Count.EqualTo(before), "the cards must be edited without a new message");
    }

    [TestCase(500, "", "application/json", 0)]
    [TestCase(200, "<html><body>A proxy's page</body></html>", "text/html", 0)]
    [TestCase(401, "", "application/json", 1)]
    [TestCase(403, """{"error":{"code":"BotDisabledByAdmin","message":"The tenant admin disabled this bot"}}""", "application/json", 1)]
    [TestCase(403, """{"error":{"code":"NotEnoughPermissions","message":"Not enough permissions"}}""", "application/json", 1)]
    public async Task Erased_WhileTeamsRefusesEdits_PartnersCardsAreEditedLater(int status, string body, string contentType, int hours)
    {
        await MeetAndAskAsync();
        var rule = new FaultRule { Method = "PUT", Path = "/teams/*", Status = status, Body = body, ContentType = contentType };
        using (var refused = world.Tenant.Faults.Add(rule))
        {
            await world.EraseAsync(Quirijn);
            await world.AdvanceAsync(TimeSpan.FromHours(hours));
            Assert.That(CardsOf(Partner), Has.Some.Contains("Quirijn"), "the edits must fail first, or the test proves nothing");

            // At most every half an hour for each card.
            Assert.That(refused.Hits, Is.InRange(1, world.FromBot(Partner).Count * ((2 * hours) + 1)));
        }

        await world.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.That(CardsOf(Partner), Has.None.Contains("Quirijn"));
    }

    [TestCase("nl", "13 maanden een versleuteld kenmerk", "als beheerder, ondernemingsraad of meelezer", "wat je in een functie deed")]
    [TestCase("en", "for 13 months a keyed mark", "as an admin, works council or reader", "what you did in a role")]
    public void Erased_Card_NamesWhatStays(string language, string mark, string role, string beforehand)
    {
        var texts = Texts.For(language);
        var kept = Register.Categories.Single(category => category.Key == "erased").Kept.In(language);

        Assert.That(texts.Forgotten.Remains, Does.Contain(mark).And.Contain(kept).And.Contain(role));
        Assert.That(texts.ForgetMe.Line, Does.Contain(beforehand));
    }

    [Test]
    public async Task Erased_StartingAgain_IsWelcomedOnce()
    {
        await world.JoinAsync(Quirijn);
        await world.EraseAsync(Quirijn);
        var before = world.FromBot(Quirijn).Count;

        Assert.That(await world.SayAsync(Quirijn, "meedoen"), Does.Contain(Dutch.Welcome.Idea));
        Assert.That(world.FromBot(Quirijn), Has.Count.EqualTo(before + 1));
        Assert.That((await world.ParticipantAsync(Quirijn)).JoinedAt, Is.Null);
    }

    [Test]
    public async Task Erased_InstallingAgain_IsNotWelcomedAgain_ButGetsAnAnswer()
    {
        await world.JoinAsync(Quirijn);
        await world.Tenant.Teams.UninstallAsync(Quirijn);
        await world.Clock.QuietAsync(default);
        var before = world.FromBot(Quirijn).Count;

        await world.InstallAsync(Quirijn);
        await world.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.That(world.FromBot(Quirijn), Has.Count.EqualTo(before));
        Assert.That(
            await world.SayAsync(Quirijn, "wat is dit hier"), Does.Contain(Dutch.Welcome.Idea).Or.Contain(Dutch.UnknownInput.Heading));
    }

    [Test]
    public async Task Uninstalling_Erases()
    {
        await world.JoinAsync(Quirijn);

        await world.Tenant.Teams.UninstallAsync(Quirijn);
        await world.Clock.QuietAsync(default);

        Assert.That(await world.ReadAsync(db => db.Participants.CountAsync()), Is.Zero);
        Assert.That(DatabaseFiles.Contain(world.DatabaseFile, Quirijn.ObjectId.ToString()), Is.False);
    }

    // The card that asks 'did you meet?' shows the other person's name; once answered, it has a link to a chat with them instead.
    [TestCase(false, "Quirijn")]
    [TestCase(true, "zq-signin")]
    public async Task Erased_AfterTheMeeting_NoCardOfThePartnerShowsTheirName(bool hasAnswered, string shown)
    {
        await MeetAndAskAsync();
        if (hasAnswered)
        {
            await world.ClickAsync(Partner, Verbs.MeetAgain);
        }

        Assert.That(CardsOf(Partner), Has.Some.Contains(shown));

        await world.EraseAsync(Quirijn);

        Assert.That(CardsOf(Partner), Has.None.Contains("Quirijn").And.None.Contains("zq-signin"));
    }

    [Test]
    public async Task MyData_AfterStopping_SaysWhenEverythingIsErased()
    {
        await world.JoinAsync(Quirijn);
        Assert.That(ListItemsOf(await world.SayAsync(Quirijn, "mijn gegevens")), Has.Some.Contains(Dutch.MyData.WhileTakingPart));

        await world.SayAsync(Quirijn, "stop");

        // 90 days after Monday 2 March.
        var lines = ListItemsOf(await world.SayAsync(Quirijn, "mijn gegevens"));
        Assert.That(lines, Has.Count.GreaterThan(2).And.All.Contains("31 mei"));
    }

    [Test]
    public async Task MyData_BeforeJoining_PromisesNothingAboutTakingPart()
    {
        await world.InstallAsync(Quirijn);

        Assert.That(
            ListItemsOf(await world.SayAsync(Quirijn, "mijn gegevens")),
            Has.Some.Contains(Dutch.MyData.WhileThere).And.None.Contains(Dutch.MyData.WhileTakingPart));
    }

    [Test]
    public async Task SomebodyElse_ClickingTheirCard_ErasesNobody()
    {
        await world.JoinAsync(Quirijn);
        await world.InstallAsync(Partner);
        await world.SayAsync(Quirijn, "vergeet mij");
        var card = world.FromBot(Quirijn)[^1].CardJson!;

        var answer = await world.ClickAsync(Partner, world.FromBot(Partner)[^1], card, Verbs.Forget);

        Assert.That(answer.CardJson, Does.Contain(Dutch.State.NotYours.Heading));
        Assert.That(await world.ReadAsync(db => db.Participants.CountAsync()), Is.EqualTo(2));
    }

    [Test]
    public async Task MyData_ListsAndExportsEverything()
    {
        await FirstRound.MeetAsync(world, Quirijn, Partner, aiUse: true);
        var row = await world.ParticipantAsync(Quirijn);

        var card = await world.SayAsync(Quirijn, "mijn gegevens");
        Assert.That(
            card,
            Does.Contain(Dutch.MyData.Kinds.Connections).And.Contain(Dutch.MyData.Kinds.Consent).And.Contain(Dutch.MyData.Kinds.Chat));
        var text = await world.ExportAsTextAsync(Quirijn);

        Assert.That(text, Does.StartWith("```json\n{\"part\":1,\"of\":1,").And.EndsWith("}\n```"));
        Assert.That(text, Does.Contain(row.Name).And.Contain(row.Mail).And.Contain(row.PersonId));
        Assert.That(text, Does.Contain(row.ConversationId).And.Contain("\"Facts\""));
        Assert.That(text, Does.Not.Contain(row.Nonce).And.Not.Contain(Partner.Name).And.Not.Contain(Partner.ObjectId.ToString()));
    }

    // Until both have been asked whether they met.
    private async Task MeetAndAskAsync()
    {
        await FirstRound.MeetAsync(world, Quirijn, Partner);
        await world.AdvanceToAsync(world.Tenant.Tenant.Calendar.Live.Single().End.ToDateTimeOffset().AddHours(1));
    }

    private async Task<List<string>> TraceableValuesAsync()
    {
        var row = await world.ParticipantAsync(Quirijn);
        var invitation = await world.ReadAsync(db => db.Invitations.SingleAsync(x => x.PersonId == row.PersonId));
        var member = await world.ReadAsync(db => db.Members.SingleAsync(x => x.PersonId == row.PersonId));
        return
        [
            row.PersonId, row.Name, row.Mail!, row.UserPrincipalName!, row.TeamsUserId, row.ConversationId!, row.Nonce,
            invitation.Nonce, member.Nonce,
        ];
    }

    private static List<string> ListItemsOf(string card) =>
        [.. CardText.Of(card).Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal))];

    private List<string> CardsOf(Person person) => [.. world.FromBot(person).Select(message => message.CardJson ?? "")];
}
