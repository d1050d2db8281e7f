using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>Planning a ritual: typed or filled in, echoed, confirmed.</summary>
internal sealed class PlanningTests : ChannelTests
{
    [Test]
    public async Task New_WithAPhrase_IsEchoedInFullAndSavedOnConfirmation()
    {
        var echo = await World.SayAsync(World.Owner, "ritueel nieuw Vrijdagkoffie elke vrijdag 15:30 30 min");

        Assert.That(echo, Does.Contain("Vrijdagkoffie").And.Contain("elke vrijdag 15:30–16:00 (Amsterdam), eerstvolgende: vr 6 mrt"));
        Assert.That(await World.RitualsAsync(), Is.Empty);

        var done = await World.ClickTextAsync(World.Owner, "ritual.confirm");
        var ritual = (await World.RitualsAsync()).Single();
        Assert.That(done, Does.Contain("Vrijdagkoffie is gepland"));
        Assert.That(
            (ritual.Plan.Name, ritual.Plan.Rule, ritual.Plan.At, ritual.Plan.Minutes),
            Is.EqualTo(("Vrijdagkoffie", "FREQ=WEEKLY;BYDAY=FR", new LocalTime(15, 30), 30)));
    }

    [Test]
    public async Task Ritual_Joined_IsOneEventInMembersCalendarsWithoutResponses()
    {
        var ritual = await World.PlanAsync("Zaterdagtaart elke zaterdag 15:30");
        await World.JoinAsync(ritual, false, World.Owner, World.Member);

        var series = World.Tenant.Calendar.Live.Single(item => item.Subject == "Zaterdagtaart");
        Assert.That((series.ResponseRequested, series.HideAttendees), Is.EqualTo((false, true)));
        Assert.That(series.Attendees.Select(attendee => attendee.Address), Is.EquivalentTo(new[] { World.Owner.Mail, World.Member.Mail }));
        Assert.That(
            World.CalendarOf(World.Member, 3, 21).Where(time => time.DayOfWeek == IsoDayOfWeek.Saturday),
            Is.EqualTo(new[] { new LocalDateTime(2026, 3, 7, 15, 30), new(2026, 3, 14, 15, 30), new(2026, 3, 21, 15, 30) }));
    }

    [Test]
    public async Task Card_AfterConfirmation_ReplacesTheQuestion()
    {
        await World.SayAsync(World.Owner, "ritueel nieuw Vrijdagkoffie elke vrijdag 15:30");
        await World.ClickAsync(World.Owner, "ritual.confirm");

        Assert.That(World.Texts[^1], Does.Contain("is gepland").And.Not.Contain("Klopt dit?"));
    }

    [Test]
    public async Task Discard_OfADraft_SavesNothing()
    {
        await World.SayAsync(World.Owner, "ritueel nieuw Vrijdagkoffie elke vrijdag 15:30");

        Assert.That(await World.ClickTextAsync(World.Owner, "ritual.discard"), Does.Contain("Niet gedaan"));
        Assert.That(await World.RitualsAsync(), Is.Empty);
        Assert.That(await World.DraftsAsync(), Is.Zero);
    }

    [Test]
    public async Task New_ByAMember_IsRefusedAndNamesWhoCan()
    {
        var answer = await World.SayAsync(World.Member, "ritueel nieuw Vrijdagkoffie elke vrijdag 15:30");

        Assert.That(answer, Does.Contain("eigenaren van het team").And.Contain(World.Owner.Name));
        Assert.That(await World.DraftsAsync(), Is.Zero);
    }

    [Test]
    public async Task Confirm_BySomebodyElse_DoesNothing()
    {
        await World.SayAsync(World.Owner, "ritueel nieuw Vrijdagkoffie elke vrijdag 15:30");

        Assert.That(await World.ClickTextAsync(World.Member, "ritual.confirm"), Does.Contain("Dit is de vraag van een ander"));
        Assert.That(await World.RitualsAsync(), Is.Empty);
    }

    [Test]
    public async Task Hour_Ambiguous_IsAskedWithButtonsAndEchoed()
    {
        var question = await World.SayAsync(World.Owner, "ritueel nieuw Vrijdagkoffie elke vrijdag om 3");
        Assert.That(question, Does.Contain("Eén vraag").And.Contain("15:00").And.Contain("03:00"));

        var option = question.Split('\n').SkipWhile(line => !line.StartsWith("elke", StringComparison.Ordinal)).ToList()
            .FindIndex(line => line.Contains("15:00", StringComparison.Ordinal)) + 1;
        Assert.That(await World.ClickTextAsync(World.Owner, $"ritual.option{option}"), Does.Contain("elke vrijdag 15:00–15:30"));
        await World.ClickAsync(World.Owner, "ritual.confirm");
        Assert.That((await World.RitualsAsync()).Single().Plan.At, Is.EqualTo(new LocalTime(15, 0)));
    }

    [Test]
    public async Task New_WithoutATime_AsksWhenAndKeepsTheName()
    {
        Assert.That(await World.SayAsync(World.Owner, "ritueel nieuw spelletjesuur"), Does.Contain("Wanneer is het?"));

        Assert.That(
            await World.ClickTextAsync(World.Owner, "ritual.option1"), Does.Contain("Klopt dit?").And.Contain("Nieuw: Spelletjesuur"));
    }

    [Test]
    public async Task New_WithoutArguments_AsksWhenThenWhat()
    {
        await World.SayAsync(World.Owner, "ritueel nieuw");
        Assert.That(await World.ClickTextAsync(World.Owner, "ritual.option1"), Does.Contain("Hoe gaat het heten?"));

        Assert.That(await World.ClickTextAsync(World.Owner, "ritual.option2"), Does.Contain("Klopt dit?").And.Contain("Nieuw: Stand-up"));
    }

    [TestCase("ritueel nieuw koffiemoment", "Koffiemoment", "elke vrijdag 15:00–15:30")]
    [TestCase("ritueel nieuw stand-up", "Stand-up", "09:15–09:30")]
    [TestCase("ritual new quiet co-working", "Samen stil werken", "elke dinsdag 10:00–11:00")]
    public async Task New_TemplateOnly_ProposesItsUsualTime(string typed, string name, string when) =>
        Assert.That(await World.SayAsync(World.Owner, typed), Does.Contain(name).And.Contain(when));

    [Test]
    public async Task Overview_OfRituals_ListsCommandsAndTemplatesAndOpensAForm()
    {
        Assert.That(
            await World.SayAsync(World.Owner, "ritueel"),
            Does.Contain("ritueel nieuw").And.Contain("AI-afspraken").And.Contain("Er zijn er nog geen"));

        Assert.That(await World.ClickTextAsync(World.Owner, "ritual.openForm"), Does.Contain("Een ritueel plannen"));
        var wrong = await World.ClickTextAsync(World.Owner, "ritual.form", Form("", "weekly", "2026-03-11", "10:00", "45"));
        Assert.That(wrong, Does.Contain("Geef het een naam."));

        var echo = await World.ClickTextAsync(World.Owner, "ritual.form", Form("Wandelen", "biweekly", "2026-03-11", "12:30", "45"));
        Assert.That(echo, Does.Contain("Wandelen").And.Contain("12:30–13:15").And.Contain("wo 11 mrt"));
        await World.ClickAsync(World.Owner, "ritual.confirm");
        Assert.That((await World.RitualsAsync()).Single().Plan.Rule, Is.EqualTo("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"));
    }

    [Test]
    public async Task Form_WithATimeInThePast_IsRefused()
    {
        await World.SayAsync(World.Owner, "ritueel");
        await World.ClickAsync(World.Owner, "ritual.openForm");

        Assert.That(
            await World.ClickTextAsync(World.Owner, "ritual.form", Form("Wandelen", "once", "2026-03-01", "12:30", "45")),
            Does.Contain("Die tijd is al voorbij"));
    }

    [TestCase("laatste vrijdag van de maand 15:30", "FREQ=MONTHLY;BYDAY=-1FR")]
    [TestCase("eerste werkdag van de maand 9:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1")]
    [TestCase("elke maand op de 15e om 10:00", "FREQ=MONTHLY;BYMONTHDAY=15")]
    [TestCase("elke dinsdag en donderdag 15:30", "FREQ=WEEKLY;BYDAY=TU,TH")]
    [TestCase("elke 3 weken op dinsdag 10:00", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU")]
    [TestCase("elke vrijdag 15:30 10 keer", "FREQ=WEEKLY;BYDAY=FR;COUNT=10")]
    public async Task Form_WithOnlyAnotherTimeAndLength_KeepsTheRule(string phrase, string rule)
    {
        await World.SayAsync(World.Owner, $"ritueel nieuw Overleg {phrase}");
        await World.ClickAsync(World.Owner, "ritual.openForm");
        await World.ClickAsync(
            World.Owner, "ritual.form", new JsonObject { ["ritualTime"] = "16:15", ["ritualMinutes"] = "45" });
        await World.ClickAsync(World.Owner, "ritual.confirm");

        var plan = (await World.RitualsAsync()).Single().Plan;
        Assert.That((plan.Rule, plan.At, plan.Minutes), Is.EqualTo((rule, new LocalTime(16, 15), 45)));
    }

    [Test]
    public async Task Form_WithAnotherDate_PlansTheDayOfThatDate()
    {
        await World.SayAsync(World.Owner, "ritueel nieuw Overleg elke dinsdag en donderdag 15:30");
        await World.ClickAsync(World.Owner, "ritual.openForm");
        await World.ClickAsync(World.Owner, "ritual.form", new JsonObject { ["ritualDate"] = "2026-03-11" });
        await World.ClickAsync(World.Owner, "ritual.confirm");

        Assert.That((await World.RitualsAsync()).Single().Plan.Rule, Is.EqualTo("FREQ=WEEKLY;BYDAY=WE"));
    }

    [Test]
    public async Task SecondRitual_WithTheSameName_IsRefused()
    {
        await World.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await World.SayAsync(World.Owner, "ritueel nieuw vrijdagkoffie elke maandag 10:00");

        Assert.That(await World.ClickTextAsync(World.Owner, "ritual.confirm"), Does.Contain("is er al"));
        Assert.That(await World.RitualsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Phrase_OfTenThousandCharacters_IsAnsweredClearly() =>
        Assert.That(await World.SayAsync(World.Owner, "ritueel nieuw " + new string('x', 10_000)), Does.Contain("Dat is te lang"));

    [Test]
    public async Task Name_WithControlAndRightToLeftCharacters_IsCleaned()
    {
        await World.PlanAsync("\u202E\u0007Vrij\u200Fdag\u0000koffie elke vrijdag 15:30");

        var name = (await World.RitualsAsync()).Single().Plan.Name;
        Assert.That(name, Does.Not.Match(@"[\p{Cc}\u200E\u200F\u202A-\u202E]").And.Contain("koffie"));
    }

    [Test]
    public async Task Message_NotUnderstood_IsAnsweredButKeptNowhere()
    {
        Assert.That(await World.SayAsync(World.Owner, "Zwarnofel zegt dat het regent"), Does.Contain("Dat ken ik hier niet"));
        await World.World.TruncateWalAsync();
        Assert.That(DatabaseFiles.Contain(World.World.DatabaseFile, "zwarnofel"), Is.False);
        Assert.That(World.World.Log.All, Has.None.Contains("warnofel"));
    }

    [Test]
    public async Task Phrase_InEnglish_IsAnsweredInTheReadersLanguage() =>
        Assert.That(
            await World.SayAsync(World.Owner, "ritual new Coffee every Friday at 15:30 for 45 minutes"),
            Does.Contain("elke vrijdag 15:30–16:15").And.Contain("Klopt dit?"));

    private static JsonObject Form(string name, string repeat, string date, string time, string minutes) =>
        new()
            { ["ritualName"] = name, ["ritualRepeat"] = repeat, ["ritualDate"] = date, ["ritualTime"] = time, ["ritualMinutes"] = minutes };
}
