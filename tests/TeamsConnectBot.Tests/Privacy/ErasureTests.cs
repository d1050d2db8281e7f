using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Sandbox.Tenant;
using TeamsConnectBot.Tests.Rituals;
using TeamsConnectBot.Privacy;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Someone who can be recognised anywhere takes part, and is erased.</summary>
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
    public async Task Forgotten_LeavesNoTrace_InDatabaseOrLog()
    {
        await Round.MeetAsync(world, Quirijn, Partner, aiUse: true);
        await world.SayAsync(Quirijn, "mijn week");
        await world.ClickAsync(Quirijn, Verbs.ReportALot);
        var planted = await PlantedAsync();
        Assert.That(planted, Has.Count.EqualTo(9));
        await EmptyLogAsync();
        Assert.That(planted.Where(value => !DatabaseFiles.Contain(world.DatabaseFile, value)), Is.Empty, "nothing to erase");
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

        // Clicks on what is still in the chat bring nothing back.
        Assert.That((await world.ClickAsync(Quirijn, question, cardOfQuestion, Verbs.Forget)).CardJson, Does.Contain(Dutch.Forgotten.Heading));
        Assert.That((await world.ClickAsync(Quirijn, welcome, cardOfWelcome, Verbs.Join)).CardJson, Does.Contain(Dutch.State.Gone.Heading));
        await EmptyLogAsync();
        Assert.That(planted.Where(value => DatabaseFiles.Contain(world.DatabaseFile, value)), Is.Empty);
    }

    [Test]
    public async Task Partner_OfSomeoneForgotten_HearsItIsOffWithAColleague()
    {
        await Round.MeetAsync(world, Quirijn, Partner);
        Assert.That(CardsOf(Partner), Has.Some.Contains("Quirijn"));
        Assert.That(world.Tenant.Tenant.Calendar.Live, Has.Count.EqualTo(1));

        await world.SayAsync(Quirijn, "vergeet mij");
        await world.ClickAsync(Quirijn, Verbs.Forget);

        var news = CardsOf(Partner)[^1];
        Assert.That(news, Does.Contain(Dutch.Off.Heading).And.Contain("met " + Dutch.Common.Colleague));
        Assert.That(CardsOf(Partner), Has.None.Contains("Quirijn"));
        Assert.That(world.Tenant.Tenant.Calendar.Live, Is.Empty);
    }

    [TestCase(Verbs.DidMeet)]
    [TestCase(Verbs.DidNotMeet)]
    [TestCase(null)]
    public async Task Partner_WhoMetSomeoneForgotten_ReadsAColleague_OnEveryCard(string? answer)
    {
        await Round.MeetAsync(world, Quirijn, Partner);
        await world.AdvanceToAsync(Round.Invited.AddDays(5));
        if (answer is not null)
        {
            await world.ClickAsync(Partner, answer);
        }

        var before = world.FromBot(Partner).Count;
        if (answer != Verbs.DidNotMeet)
        {
            Assert.That(CardsOf(Partner), Has.Some.Contains("Quirijn").Or.Some.Contains("zq-signin"), "or nothing is to be refreshed");
        }

        await world.SayAsync(Quirijn, "vergeet mij");
        await world.ClickAsync(Quirijn, Verbs.Forget);

        Assert.That(CardsOf(Partner), Has.None.Contains("Quirijn").And.None.Contains("zq-signin"));
        Assert.That(world.FromBot(Partner), Has.Count.EqualTo(before), "an edit is no message");
    }

    [Test]
    public async Task Forgotten_WhoBeginsAgain_IsWelcomedOnce()
    {
        await world.JoinAsync(Quirijn);
        await world.SayAsync(Quirijn, "vergeet mij");
        await world.ClickAsync(Quirijn, Verbs.Forget);
        var before = world.FromBot(Quirijn).Count;

        Assert.That(await world.SayAsync(Quirijn, "meedoen"), Does.Contain(Dutch.Welcome.Idea));
        Assert.That(world.FromBot(Quirijn), Has.Count.EqualTo(before + 1));
        Assert.That((await PersonAsync()).JoinedAt, Is.Null);
    }

    [Test]
    public async Task Forgotten_WhoInstallsAgain_IsNotWelcomedASecondTime_AndGetsAnAnswer()
    {
        await world.JoinAsync(Quirijn);
        await world.Tenant.Tenant.Teams.UninstallAsync(Quirijn);
        await world.Clock.QuietAsync(default);
        var before = world.FromBot(Quirijn).Count;

        await world.InstallAsync(Quirijn);
        await world.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.That(world.FromBot(Quirijn), Has.Count.EqualTo(before));
        Assert.That(
            await world.SayAsync(Quirijn, "wat is dit hier"), Does.Contain(Dutch.Welcome.Idea).Or.Contain(Dutch.UnknownInput.Heading));
    }

    [Test]
    public async Task Uninstalling_ErasesToo()
    {
        await world.JoinAsync(Quirijn);

        await world.Tenant.Tenant.Teams.UninstallAsync(Quirijn);
        await world.Clock.QuietAsync(default);

        Assert.That(await world.ReadAsync(db => db.Participants.CountAsync()), Is.Zero);
        Assert.That(DatabaseFiles.Contain(world.DatabaseFile, Quirijn.ObjectId.ToString()), Is.False);
    }

    // Asked afterwards the card has the name; once answered, a link to their chat.
    [TestCase(false, "Quirijn")]
    [TestCase(true, "zq-signin")]
    public async Task Partner_OfAMeetingThatIsOver_ReadsAColleagueOnEveryCard(bool hasAnswered, string shown)
    {
        await Round.MeetAsync(world, Quirijn, Partner);
        await world.AdvanceAsync(TimeSpan.FromDays(5));
        if (hasAnswered)
        {
            await world.ClickAsync(Partner, Verbs.MeetAgain);
        }

        Assert.That(CardsOf(Partner), Has.Some.Contains(shown));

        await world.SayAsync(Quirijn, "vergeet mij");
        await world.ClickAsync(Quirijn, Verbs.Forget);

        Assert.That(CardsOf(Partner), Has.None.Contains("Quirijn").And.None.Contains("zq-signin"));
    }

    [Test]
    public async Task MyData_AfterStopping_SaysWhenEverythingGoes()
    {
        await world.JoinAsync(Quirijn);
        Assert.That(HeldOn(await world.SayAsync(Quirijn, "mijn gegevens")), Has.Some.Contains(Dutch.MyData.WhileTakingPart));

        await world.SayAsync(Quirijn, "stop");

        // Monday 2 March and 90 days.
        var lines = HeldOn(await world.SayAsync(Quirijn, "mijn gegevens"));
        Assert.That(lines, Has.Count.GreaterThan(2).And.All.Contains("31 mei"));
    }

    [Test]
    public async Task MyData_BeforeJoining_PromisesNothingAboutTakingPart()
    {
        await world.InstallAsync(Quirijn);

        Assert.That(HeldOn(await world.SayAsync(Quirijn, "mijn gegevens")), Has.Some.Contains(Dutch.MyData.WhileThere).And.None.Contains(Dutch.MyData.WhileTakingPart));
    }

    [Test]
    public async Task SomeoneElse_WithTheirCard_ErasesNobody()
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
    public async Task MyData_ListsAndSendsEverything()
    {
        await Round.MeetAsync(world, Quirijn, Partner, aiUse: true);
        var row = await PersonAsync();

        var card = await world.SayAsync(Quirijn, "mijn gegevens");
        Assert.That(card, Does.Contain(Dutch.MyData.Kinds.Connections).And.Contain(Dutch.MyData.Kinds.Consent).And.Contain(Dutch.MyData.Kinds.Chat));
        await world.ClickAsync(Quirijn, Verbs.ExportMyData);

        var text = world.FromBot(Quirijn)[^1].Text!;
        Assert.That(text, Does.StartWith("```json\n{\"part\":1,\"of\":1,").And.EndsWith("}\n```"));
        Assert.That(text, Does.Contain(row.Name).And.Contain(row.Mail).And.Contain(row.PersonId).And.Contain(row.ConversationId).And.Contain("\"Facts\""));
        Assert.That(text, Does.Not.Contain(row.Nonce).And.Not.Contain(Partner.Name).And.Not.Contain(Partner.ObjectId.ToString()));
    }

    private async Task<List<string>> PlantedAsync()
    {
        var row = await PersonAsync();
        var invitation = await world.ReadAsync(db => db.Invitations.SingleAsync(x => x.PersonId == row.PersonId));
        var member = await world.ReadAsync(db => db.Members.SingleAsync(x => x.PersonId == row.PersonId));
        return [row.PersonId, row.Name, row.Mail!, row.UserPrincipalName!, row.TeamsUserId, row.ConversationId!, row.Nonce, invitation.Nonce, member.Nonce];
    }

    private static List<string> HeldOn(string card) => [.. CardText.Of(card).Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal))];

    private Task<Participant> PersonAsync() => world.ReadAsync(db => db.Participants.SingleAsync(x => x.PersonId == Quirijn.ObjectId.ToString()));

    private Task EmptyLogAsync() => world.EmptyLogAsync();

    private List<string> CardsOf(Person person) => [.. world.FromBot(person).Select(message => message.CardJson ?? "")];
}
