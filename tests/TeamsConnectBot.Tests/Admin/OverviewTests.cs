using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Organisation;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>
/// The overview says how it goes: each pool's last and next rounds, what came of them, and what waits for whom. It is Monday 2 March 2026,
/// before the first round.
/// </summary>
internal sealed class OverviewTests : AdminTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    [SetUp]
    public async Task EmptyOverview()
    {
        await World.WriteAsync(async db =>
        {
            await db.Publications.ExecuteDeleteAsync();
            await db.Rounds.ExecuteDeleteAsync();
            await db.Holidays.ExecuteDeleteAsync();
            await db.AuditEntries.ExecuteDeleteAsync();
            await db.AuditHeads.ExecuteDeleteAsync();
        });
        World.Services.GetRequiredService<OwnSettings>().Forget();
    }

    [TestCase("en", "The first round is on Monday 2 March 2026. Figures appear on Monday 16 March 2026")]
    [TestCase("nl", "De eerste ronde is op maandag 2 maart 2026. Cijfers komen er op maandag 16 maart 2026")]
    public async Task Overview_BeforeTheFirstRound_SaysWhenItIs_AndWhenFiguresAppear(string language, string says) =>
        Assert.That(await TextAsync(language), Does.Contain(says));

    [TestCase("en", "It is running Everything has worked since")]
    [TestCase("nl", "Het loopt Alles werkt sinds")]
    public async Task Overview_WithNothingToDo_SaysSo_AndWhoAgreedToTheUse(string language, string says) =>
        Assert.That(await TextAsync(language), Does.Contain(says).And.Contain("Ondernemingsraad, besluit 2026-03"));

    [Test]
    public async Task Overview_WhileEverythingIsStopped_DoesNotSayThatAllWorks()
    {
        var everything = World.Services.GetRequiredService<EverythingStop>();
        var actor = new Actor("an-admin", "Robin de Beheerder", Role.Admin);
        await everything.StopAsync(actor, default);
        var stopped = await TextAsync("nl");
        await everything.StartAsync(actor, default);

        Assert.That(stopped, Does.Contain("Alles staat stil").And.Not.Contain("Alles werkt"));
        Assert.That(await TextAsync("nl"), Does.Contain("Alles werkt"));
    }

    [Test]
    public async Task Overview_WithARoundOnADayOff_SaysWhenPeopleAreAsked()
    {
        await CloseAsync(Monday.PlusWeeks(1));

        Assert.That(
            await TextAsync(),
            Does.Contain("Monday 9 March 2026 09:00 (Amsterdam) Nobody works that day: the invitations go out on Tuesday 10 March 2026."));
    }

    [Test]
    public async Task Overview_WithAWeekOff_SaysThatItsRoundInvitesNobody()
    {
        await CloseAsync([.. Enumerable.Range(0, 5).Select(Monday.PlusWeeks(1).PlusDays)]);

        Assert.That(await TextAsync(), Does.Contain("Monday 9 March 2026 09:00 (Amsterdam) This round invites nobody: days off leave"));
    }

    [Test]
    public async Task Overview_WithAnOpenRound_SaysUntilWhenPeopleCanAnswer()
    {
        await HoldRoundAsync(Monday, RoundState.Open);

        Assert.That(
            await TextAsync(),
            Does.Contain("Monday 2 March 2026 09:00 (Amsterdam) It is open. Answers close Tuesday 3 March 2026 12:00 (Amsterdam)")
                .And.Contain("Next round Monday 9 March 2026"));
    }

    [Test]
    public async Task Overview_WithFiguresOfTheLastRound_ShowsThemAsAFunnel()
    {
        await HoldRoundAsync(Monday.PlusWeeks(-2));
        await PublishAsync(
            Monday.PlusWeeks(-2), (AggregateView.Invited, 60), (AggregateView.SaidYes, 45), (AggregateView.Met, 30));

        var page = await (await SignedInAsync(Reader)).OpenAsync("/admin");

        Assert.That(
            page.Text,
            Does.Contain("The round in the week of 16 February 2026. 80 people took part. Invited 60 Said yes 45 Met 30")
                .And.Not.Contain("not shown").And.Not.Contain("figures of the last round"));
        Assert.That(page.Body, Does.Match("class=\"part\" width=\"37.5\""));
    }

    [Test]
    public async Task Overview_WithACountThatIsNotPublished_SaysWhy()
    {
        await HoldRoundAsync(Monday.PlusWeeks(-2));
        await PublishAsync(Monday.PlusWeeks(-2), (AggregateView.Met, 30));

        Assert.That(await TextAsync(), Does.Contain("Invited not shown Said yes not shown Met 30").And.Contain("fewer than ten people"));
    }

    [Test]
    public async Task Overview_WithoutFiguresOfTheLastRound_ShowsThoseBefore_AndSaysWhenTheNextAppear()
    {
        await HoldRoundAsync(Monday.PlusWeeks(-1));
        await PublishAsync(Monday.PlusWeeks(-2), (AggregateView.Invited, 60));

        Assert.That(
            await TextAsync(),
            Does.Contain("in the week of 16 February").And.Contain("The figures of the last round appear on Monday 9 March 2026"));
    }

    [Test]
    public async Task Overview_WhenTooFewTookPart_SaysThatThereAreNoFigures()
    {
        await HoldRoundAsync(Monday.PlusWeeks(-3));
        await HoldRoundAsync(Monday.PlusWeeks(-2));

        Assert.That(await TextAsync(), Does.Contain("There are no figures of the last round").And.Not.Contain("<figure class=\"funnel\""));
    }

    [Test]
    public async Task Overview_WithARoundThatWasNotHeld_SaysSo_AndThatTheNextStartsByItself()
    {
        await HoldRoundAsync(Monday.PlusWeeks(-2));

        Assert.That(
            await TextAsync(),
            Does.Contain("The round of Monday 23 February 2026 09:00 (Amsterdam) was not held").And.Not.Contain("It is running"));
    }

    [Test]
    public async Task Overview_SaysWhatWaitsForWhom_WithALinkToWhereItIsDecided()
    {
        var admin = await SignedInAsync(Admin);
        var rules = await admin.OpenAsync("/admin/rules");
        await admin.PostAsync(
            "/admin/rules?handler=Switch",
            PageForm.Fields(rules.Body, "handler=Switch", ("id", "remote-and-rarely-met"), ("on", "true")));
        await admin.PostAsync(
            "/admin/rules/everybody?handler=Save",
            PageForm.Fields((await admin.OpenAsync("/admin/rules/everybody")).Body, "handler=Save", ("Form.NameEn", "Everybody here")));

        var page = await admin.OpenAsync("/admin");

        Assert.That(
            page.Text,
            Does.Contain("For the works council Remote and rarely met, version 1 since")
                .And.Contain("For an admin Everybody here: a draft, not published yet since"));
        Assert.That(
            page.Body,
            Does.Contain("href=\"/admin/approvals#waits-remote-and-rarely-met\"").And.Contain("href=\"/admin/rules/everybody\""));
        Assert.That((await admin.OpenAsync("/admin/approvals")).Body, Does.Contain("id=\"waits-remote-and-rarely-met\""));
    }

    [Test]
    public async Task Overview_WithFigures_IsInTheAuditLog_OnceADayForEachReader()
    {
        await PublishAsync(Monday.PlusWeeks(-2), (AggregateView.Met, 30));
        var (reader, council) = (await SignedInAsync(Reader), await SignedInAsync(WorksCouncil));

        await reader.OpenAsync("/admin");
        await reader.OpenAsync("/admin");
        await council.OpenAsync("/admin");

        var looked = await World.ReadAsync(
            db => db.AuditEntries.Where(row => row.Subject == "overview").Select(row => row.ActorName).ToListAsync());
        Assert.That(looked, Is.EquivalentTo(new[] { Reader.Name, WorksCouncil.Name }));
    }

    [Test]
    public async Task Overview_WithoutFigures_IsNotInTheAuditLog()
    {
        await (await SignedInAsync(Reader)).OpenAsync("/admin");

        Assert.That(await World.ReadAsync(db => db.AuditEntries.CountAsync()), Is.Zero);
    }

    private async Task<string> TextAsync(string language = "en") =>
        (await (await SignedInAsync(Admin, language)).OpenAsync("/admin")).Text;

    private async Task CloseAsync(params LocalDate[] days)
    {
        await World.WriteAsync(db =>
        {
            db.Holidays.AddRange(days.Select(day => new HolidayRow { Day = day, Nl = "Dicht", En = "Closed" }));
            return Task.CompletedTask;
        });
        World.Services.GetRequiredService<OwnSettings>().Forget();
    }

    private Task HoldRoundAsync(LocalDate monday, RoundState state = RoundState.Settled) => World.WriteAsync(db =>
    {
        db.Rounds.Add(new Round
        {
            Id = Guid.CreateVersion7(World.Clock.Now.AddDays(monday.Day)), PoolId = "everyone", Monday = monday, Seed = 1, State = state,
            StartedAt = At(monday, 9), AnswersUntil = At(monday.PlusDays(1), 12), Asked = 40,
        });
        return Task.CompletedTask;
    });

    private Task PublishAsync(LocalDate monday, params (AggregateView View, int Count)[] counts) => World.WriteAsync(db =>
    {
        db.Publications.AddRange(counts.Select((count, index) => new PublicationRow
        {
            Id = Guid.CreateVersion7(World.Clock.Now.AddMilliseconds(index)), View = count.View, Audience = "everyone", Period = monday,
            On = monday.PlusDays(14), Count = count.Count, Of = 80,
        }));
        return Task.CompletedTask;
    });

    private static Instant At(LocalDate day, int hour) =>
        day.At(new LocalTime(hour, 0)).InZoneLeniently(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).ToInstant();
}
