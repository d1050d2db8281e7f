using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.CheckIns;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>
/// A check-in asks three questions once a month. Answers are counted anonymously in batches of ten; only a person's own card shows theirs.
/// </summary>
internal sealed class CheckInTests : OwnChatTests
{
    private static readonly CheckInTexts Dutch = Texts.For("nl").CheckIn;

    protected override Task<PrivacyWorld> StartWorldAsync() => PrivacyWorld.StartAsync(people: 11);

    [Test]
    public async Task Answers_AreCountedTenAtATime_WithoutLinkToThePerson()
    {
        foreach (var (person, index) in World.People.Select((person, index) => (person, index)))
        {
            await JoinAsync(person);
            await AnswerAsync(person, index % 2 == 0 ? "5" : "1", "4", "2");
            var counts = await CountsAsync();
            if (index < CheckInBatches.Least - 1)
            {
                Assert.That(counts, Is.Empty, $"{index + 1} answers");
            }
        }

        Assert.That(
            (await CountsAsync()).Select(row => (row.PoolId, row.Question, row.Answer, row.Count)),
            Is.EquivalentTo(new[] { ("everyone", 1, 1, 5), ("everyone", 1, 5, 5), ("everyone", 2, 4, 10), ("everyone", 3, 2, 10) }),
            "the eleventh answer must wait for nine others");
        Assert.That(await World.ReadAsync(db => db.CheckInsAnswered.CountAsync()), Is.EqualTo(11));
    }

    [Test]
    public void Card_NamesEveryRoleThatSeesTheCounts([Values("nl", "en")] string language)
    {
        var page = PageTexts.For(language);

        foreach (var role in Enum.GetValues<Role>().Except([Role.None]))
        {
            Assert.That(Texts.For(language).CheckIn.Shown, Does.Contain(page[$"role.{role}"]).IgnoreCase);
        }
    }

    [Test]
    public async Task OwnAnswers_AreShownOnTheCard_AndNotStored()
    {
        await JoinAsync(Anna);

        Assert.That(
            await AnswerAsync(Anna, "5", "1", "3"),
            Does.Contain(Dutch.Thanks).And.Contain($"**{Dutch.Answers[4]}**").And.Contain($"**{Dutch.Answers[0]}**"));
        var later = await World.SayAsync(Anna, "check in");
        var export = await World.ExportAsTextAsync(Anna);

        Assert.That(later, Does.Contain(Dutch.Already).And.Not.Contain("**"));
        Assert.That(
            export,
            Does.Contain("\"CheckInsAnswered\":[{").And.Contain("\"Month\":\"2026-03-01\"").And.Not.Contain("Question"));
    }

    [Test]
    public async Task OwnOverview_AfterACheckIn_SaysThatItIsKeptUntilTheMonthEnds()
    {
        await JoinAsync(Anna);
        await AnswerAsync(Anna, "5", "1", "3");

        Assert.That(
            await World.SayAsync(Anna, "mijn gegevens"),
            Does.Contain("Je antwoorden**: 1 gegeven, sinds zondag 1 maart.").And.Contain("Bewaard tot woensdag 1 april."));
    }

    [Test]
    public async Task Answering_TwiceInAMonth_CountsOnce()
    {
        await JoinAsync(Anna);
        var card = await World.SayAsync(Anna, "check-in");
        var message = World.FromBot(Anna)[^1];
        await World.ClickAsync(Anna, message, card, Verbs.SendCheckIn, Filled("5", "5", "5"));

        var again = await World.ClickAsync(Anna, message, card, Verbs.SendCheckIn, Filled("1", "1", "1"));

        Assert.That(again.CardJson, Does.Contain(Dutch.Already));
    }

    [Test]
    public async Task SomebodyWhoJoinedThisMonth_AnswersFromTheNextOneOn()
    {
        await JoinAsync(Anna);
        await AnswerAsync(Anna, "5", "1", "3");
        await World.EraseAndJoinAgainAsync(Anna);

        Assert.That(
            await World.SayAsync(Anna, "check-in"),
            Does.Contain("Vanaf woensdag 1 april kun je deze vragen beantwoorden").And.Not.Contain(Verbs.SendCheckIn));
        var asRead = await World.ReadAsync(db => db.Participants.SingleAsync());
        var card = await World.Services.GetRequiredService<CheckInBook>().AnswerAsync(asRead, new CheckInAnswers([1, 1, 1]), default);
        Assert.That(card, Is.EqualTo(new CheckInLaterCard(new LocalDate(2026, 4, 1))));
        Assert.That(await World.ReadAsync(db => db.CheckInsAnswered.CountAsync()), Is.Zero, "a second answer must not be counted");
    }

    [Test]
    public async Task AnswerOfLastMonth_AllowsANewOne_AndItsRowIsDeletedAtNight()
    {
        await JoinAsync(Anna);
        await World.WriteAsync(db =>
        {
            db.CheckInsAnswered.Add(new CheckInAnsweredRow { PersonId = Anna.ObjectId.ToString(), Month = new LocalDate(2026, 2, 1) });
            return Task.CompletedTask;
        });

        Assert.That(await World.SayAsync(Anna, "check-in"), Does.Contain(Dutch.Heading));
        await CleanUpAsync();
        Assert.That(await World.ReadAsync(db => db.CheckInsAnswered.CountAsync()), Is.Zero);
    }

    [TestCase("0", "1", "1")]
    [TestCase("6", "1", "1")]
    [TestCase("1", "1", "")]
    [TestCase("1", "x", "1")]
    public async Task Answers_NoCardCouldSend_AreNotCounted(string one, string two, string three)
    {
        await JoinAsync(Anna);

        Assert.That(await AnswerAsync(Anna, one, two, three), Does.Contain(Dutch.Heading));
        Assert.That(await World.ReadAsync(db => db.CheckInsAnswered.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Figures_ShowOnlyPastMonths_AboveTheGroupMinimum()
    {
        await World.WriteAsync(db =>
        {
            AddMonth(db, new LocalDate(2026, 2, 1), (1, 30, 10), (2, 31, 9), (3, 9, 31));
            AddMonth(db, new LocalDate(2026, 3, 1), (1, 30, 30), (2, 30, 30), (3, 30, 30));
            return Task.CompletedTask;
        });
        using var reader = new Tests.Admin.AdminBrowser(World.Tenant.Channel.Service!, World.Tenant.AuthorizeUrl);
        await reader.SignInAsync(World.People[^3]);

        foreach (var page in new[] { "/admin/figures", "/admin/report" })
        {
            var text = (await reader.OpenAsync(page)).Text;
            Assert.That(text, Does.Contain("February 2026, everyone 70–80 % of 25–49 people – –"), page);
            Assert.That(text, Does.Not.Contain("March 2026, everyone"), "the month is not over yet");
        }
    }

    [Test]
    public async Task Counts_AreDeletedAfterThirteenMonths()
    {
        await World.WriteAsync(db =>
        {
            AddMonth(db, new LocalDate(2025, 1, 1), (1, 30, 10));
            AddMonth(db, new LocalDate(2025, 2, 1), (1, 30, 10));
            return Task.CompletedTask;
        });
        await CleanUpAsync();

        Assert.That((await CountsAsync()).Select(row => row.Month).Distinct(), Is.EqualTo(new[] { new LocalDate(2025, 2, 1) }));
    }

    private async Task JoinAsync(Person person)
    {
        await World.JoinAsync(person);
        await World.HaveJoinedEarlierAsync();
    }

    private static void AddMonth(Data.ConnectDb db, LocalDate month, params (int Question, int Agree, int Not)[] answers) =>
        db.CheckInCounts.AddRange(answers
            .SelectMany(given => new[] { (given.Question, Answer: 5, Count: given.Agree), (given.Question, Answer: 2, Count: given.Not) })
            .Select(given => new CheckInCountRow
            {
                PoolId = "everyone", Month = month, Question = given.Question, Answer = given.Answer, Count = given.Count,
            }));

    private async Task<string> AnswerAsync(Person person, string one, string two, string three)
    {
        await World.SayAsync(person, "check-in");
        return await World.ClickAsync(person, Verbs.SendCheckIn, Filled(one, two, three));
    }

    private static JsonObject Filled(string one, string two, string three) =>
        new() { [CheckInCard.AnswerInputs[0]] = one, [CheckInCard.AnswerInputs[1]] = two, [CheckInCard.AnswerInputs[2]] = three };

    private Task CleanUpAsync() => World.Services.GetRequiredService<Retention>().ApplyAsync(default);

    private Task<List<CheckInCountRow>> CountsAsync() => World.ReadAsync(db => db.CheckInCounts.ToListAsync());
}
