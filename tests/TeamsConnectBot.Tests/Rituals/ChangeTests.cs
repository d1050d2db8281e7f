namespace TeamsConnectBot.Tests.Rituals;

/// <summary>Moving, skipping, pausing and ending a ritual, and undoing that.</summary>
internal sealed class ChangeTests
{
    private static readonly LocalDateTime Sixth = new(2026, 3, 6, 15, 30);
    private static readonly LocalDateTime Thirteenth = new(2026, 3, 13, 15, 30);
    private static readonly LocalDateTime Twentieth = new(2026, 3, 20, 15, 30);

    private RitualWorld world = null!;

    [SetUp]
    public async Task StartAsync()
    {
        world = await RitualWorld.StartAsync(owners: 2);
        await world.PlanForAllAsync("Vrijdagkoffie elke vrijdag 15:30");
    }

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Skip_WithoutADay_SkipsTheNextOccurrenceAndCanBeUndone()
    {
        Assert.That(
            await world.SayAsync(world.Owner, "ritueel sla over Vrijdagkoffie"),
            Does.Contain("één keer niet door").And.Contain("eerstvolgende: vr 13 mrt"));
        Assert.That(world.CalendarOf(world.Member, 3, 21), Is.EqualTo(new[] { Thirteenth, Twentieth }));

        Assert.That(await world.ClickTextAsync(world.Owner, "ritual.undo"), Does.Contain("Ongedaan gemaakt"));
        Assert.That(world.CalendarOf(world.Member, 3, 21), Is.EqualTo(new[] { Sixth, Thirteenth, Twentieth }));
    }

    [Test]
    public async Task Skip_OfAnAnnouncedOccurrence_ShowsOnItsCard()
    {
        await world.UntilAsync(3, 5, 16);
        await world.SayAsync(world.Owner, "ritueel sla over Vrijdagkoffie");

        Assert.That(world.Texts, Has.Exactly(1).Contains("Gaat deze keer niet door."));
    }

    [Test]
    public async Task Skip_OfADay_AsksForConfirmation()
    {
        Assert.That(await world.SayAsync(world.Owner, "ritueel sla over Vrijdagkoffie 13 maart"), Does.Contain("Klopt dit?"));
        await world.ClickAsync(world.Owner, "ritual.confirm");
        Assert.That(world.CalendarOf(world.Member, 3, 21), Is.EqualTo(new[] { Sixth, Twentieth }));
        Assert.That(await world.SayAsync(world.Owner, "ritueel sla over Vrijdagkoffie 12 maart"), Does.Contain("Die keer is er niet"));
    }

    [Test]
    public async Task Move_ToAMoment_MovesOneOccurrence()
    {
        var echo = await world.SayAsync(world.Owner, "ritueel verplaats Vrijdagkoffie eenmalig naar donderdag 5 maart 10:00");
        Assert.That(echo, Does.Contain("Eén keer verplaatst").And.Contain("do 5 mrt 10:00"));
        await world.ClickAsync(world.Owner, "ritual.confirm");

        Assert.That(
            world.CalendarOf(world.Member, 3, 21), Is.EqualTo(new[] { new LocalDateTime(2026, 3, 5, 10, 0), Thirteenth, Twentieth }));
        await world.UntilAsync(3, 4, 10, 1);
        Assert.That(world.Announcement(), Does.Contain("donderdag 5 maart, 10:00–10:30"));
    }

    [Test]
    public async Task Move_MonthsAhead_ReachesTheCalendars()
    {
        await ConfirmAsync("ritueel verplaats Vrijdagkoffie vrijdag 22 mei naar donderdag 21 mei 10:00");
        for (var week = 0; week < 10; week++)
        {
            await world.World.AdvanceToAsync(RitualWorld.At(3, 7, 12).AddDays(7 * week));
        }

        Assert.That(
            world.CalendarOf(world.Member, 5, 30),
            Is.EqualTo(new LocalDateTime[] { new(2026, 5, 15, 15, 30), new(2026, 5, 21, 10, 0), new(2026, 5, 29, 15, 30) }));
    }

    [Test]
    public async Task Skip_OfAnOccurrenceThatWasMovedPastItsDay_ReachesTheCalendars()
    {
        await ConfirmAsync("ritueel verplaats Vrijdagkoffie eenmalig naar maandag 9 maart 10:00");
        await world.UntilAsync(3, 7, 12);
        Assert.That(world.CalendarOf(world.Member, 3, 14), Is.EqualTo(new[] { new LocalDateTime(2026, 3, 9, 10, 0), Thirteenth }));

        await world.SayAsync(world.Owner, "ritueel sla over Vrijdagkoffie");
        Assert.That(world.CalendarOf(world.Member, 3, 14), Is.EqualTo(new[] { Thirteenth }));
    }

    [Test]
    public async Task Skip_OfAQuarterlyRitual_ReachesTheCalendars()
    {
        await world.PlanForAllAsync("Terugblik elke 3 maanden op de eerste woensdag van de maand 10:00");
        await ConfirmAsync("ritueel sla over Terugblik 3 juni");
        await world.UntilAsync(5, 30, 12);

        Assert.That(world.CalendarOf(world.Member, 9, 3), Has.None.EqualTo(new LocalDateTime(2026, 6, 3, 10, 0)));
        Assert.That(world.CalendarOf(world.Member, 9, 3), Has.Some.EqualTo(new LocalDateTime(2026, 9, 2, 10, 0)));
    }

    [Test]
    public async Task Move_Permanently_MovesTheSeriesWithoutCreatingAnother()
    {
        Assert.That(
            await world.SayAsync(world.Owner, "ritueel verplaats Vrijdagkoffie naar elke donderdag 16:00"),
            Does.Contain("elke donderdag 16:00–16:30").And.Contain("Nu: elke vrijdag"));
        await world.ClickAsync(world.Owner, "ritual.confirm");

        Assert.That(world.Tenant.Calendar.Created, Is.EqualTo(1));
        Assert.That(world.Tenant.Calendar.Live.Single().JoinUrl, Is.Not.Null);
        Assert.That(
            world.CalendarOf(world.Member, 3, 14), Is.EqualTo(new[] { new LocalDateTime(2026, 3, 5, 16, 0), new(2026, 3, 12, 16, 0) }));
    }

    [Test]
    public async Task Move_ToATimeOnly_AsksWhetherOnceOrAlways()
    {
        Assert.That(
            await world.SayAsync(world.Owner, "ritueel verplaats Vrijdagkoffie naar 16:00"),
            Does.Contain("Alleen de komende keer").And.Contain("Voortaan"));
        Assert.That(await world.ClickTextAsync(world.Owner, "ritual.option1"), Does.Contain("vr 6 mrt 16:00"));
        await world.ClickAsync(world.Owner, "ritual.confirm");

        Assert.That(world.CalendarOf(world.Member, 3, 14), Is.EqualTo(new[] { new LocalDateTime(2026, 3, 6, 16, 0), Thirteenth }));
    }

    [Test]
    public async Task Pause_UntilADay_RemovesOccurrencesUntilResumed()
    {
        Assert.That(
            await world.SayAsync(world.Owner, "ritueel pauze Vrijdagkoffie tot 16 maart"),
            Does.Contain("Pauze").And.Contain("eerstvolgende: vr 20 mrt"));
        await world.ClickAsync(world.Owner, "ritual.confirm");
        Assert.That(world.CalendarOf(world.Member, 3, 21), Is.EqualTo(new[] { Twentieth }));

        await world.SayAsync(world.Owner, "ritueel hervat Vrijdagkoffie");
        Assert.That(world.CalendarOf(world.Member, 3, 21), Is.EqualTo(new[] { Sixth, Thirteenth, Twentieth }));
    }

    [Test]
    public async Task End_OfARitual_EmptiesEveryCalendarAndCanBeUndone()
    {
        Assert.That(
            await world.SayAsync(
                world.Owner, "ritueel stop Vrijdagkoffie"), Does.Contain("Klopt dit?").And.Contain("Stoppen: Vrijdagkoffie"));
        Assert.That(world.Tenant.Calendar.Live, Is.Not.Empty);
        Assert.That(await world.ClickTextAsync(world.Owner, "ritual.confirm"), Does.Contain("is gestopt"));
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);

        await world.SayAsync(world.Owner, "ritueel herstel");
        Assert.That(world.CalendarOf(world.Member, 3, 7), Is.EqualTo(new[] { Sixth }));
        await world.UntilAsync(3, 5, 16);
        Assert.That(world.Announcements(), Is.EqualTo(1));
    }

    [Test]
    public async Task Undo_AfterADay_IsTooLate()
    {
        await world.SayAsync(world.Owner, "ritueel stop Vrijdagkoffie");
        await world.ClickAsync(world.Owner, "ritual.confirm");
        await world.UntilAsync(3, 3, 7, 30);

        Assert.That(
            await world.ClickTextAsync(world.Owner, "ritual.undo"),
            Does.Contain("Dat kan niet meer").Or.Contain("niets om ongedaan te maken"));
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
    }

    [Test]
    public async Task Undo_WithALaterChange_AsksToUndoThatFirst()
    {
        var creation = world.FromBot[^1];
        await world.SayAsync(world.Owner, "ritueel sla over Vrijdagkoffie");

        Assert.That(
            (await world.ClickAsync(world.Owner, creation, "ritual.undo")).Message, Does.Contain("Maak eerst de latere verandering"));
    }

    [Test]
    public async Task TwoOwners_ChangeConcurrently_SecondIsShownTheNewPlan()
    {
        await world.SayAsync(world.Owner, "ritueel verplaats Vrijdagkoffie naar elke donderdag 16:00");
        var first = world.FromBot[^1];
        await world.SayAsync(world.Member, "ritueel verplaats Vrijdagkoffie naar elke woensdag 11:00");
        var second = world.FromBot[^1];

        await world.ClickAsync(world.Owner, first, "ritual.confirm");
        var answer = await world.ClickAsync(world.Member, second, "ritual.confirm");
        Assert.That(CardText.Of(answer.CardJson), Does.Contain("intussen veranderd").And.Contain("elke donderdag 16:00"));
        Assert.That((await world.RitualsAsync()).Single().Plan.Rule, Is.EqualTo("FREQ=WEEKLY;BYDAY=TH"));
    }

    [Test]
    public async Task OwnCalendar_LeftAndRejoined_PostsNothingInTheChannel()
    {
        await world.SayAsync(world.World.People[2], "ritueel toon Vrijdagkoffie");
        var before = world.FromBot.Count;
        await world.ClickAsync(world.World.People[2], "ritual.leave");

        Assert.That(world.CalendarOf(world.World.People[2], 3, 7), Is.Empty);
        Assert.That(world.CalendarOf(world.Member, 3, 7), Is.EqualTo(new[] { Sixth }));
        Assert.That(world.FromBot, Has.Count.EqualTo(before));

        await world.ClickAsync(world.World.People[2], "ritual.join");
        Assert.That(world.CalendarOf(world.World.People[2], 3, 7), Is.EqualTo(new[] { Sixth }));
    }

    [Test]
    public async Task LastMember_Leaves_DeletesTheSeriesAndTheNextToJoinGetsANewOne()
    {
        foreach (var person in world.World.People)
        {
            await world.SayAsync(person, "ritueel verlaat Vrijdagkoffie");
        }

        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
        await world.SayAsync(world.Member, "ritueel doe mee Vrijdagkoffie");
        Assert.That(world.CalendarOf(world.Member, 3, 14), Is.EqualTo(new[] { Sixth, Thirteenth }));
    }

    [TestCase("ritueel nieuw Wandelen elke woensdag 12:30", "Alleen wie op ‘Doe mee’ klikt, krijgt het in de agenda.")]
    [TestCase("ritueel verplaats Vrijdagkoffie naar elke donderdag 16:00", "In de agenda’s van wie meedoet verhuist het mee.")]
    [TestCase(
        "ritueel verplaats Vrijdagkoffie eenmalig naar donderdag 5 maart 10:00",
        "In de agenda’s van wie meedoet verhuist die ene keer mee.")]
    [TestCase("ritueel sla over Vrijdagkoffie 13 maart", "Die keer gaat uit de agenda’s van wie meedoet.")]
    [TestCase("ritueel pauze Vrijdagkoffie tot 16 maart", "Tot die dag gaat het uit de agenda’s van wie meedoet.")]
    public async Task Confirmation_OfAChange_SaysWhatHappensToTheCalendars(string typed, string says) =>
        Assert.That(await world.SayAsync(world.Owner, typed), Does.Contain($"{says} Je kunt het 24 uur lang ongedaan maken."));

    [Test]
    public async Task Command_WithOnlyOneRitual_NeedsNoName() =>
        Assert.That(await world.SayAsync(world.Owner, "ritueel sla over"), Does.Contain("Vrijdagkoffie gaat één keer niet door"));

    [Test]
    public async Task Command_WithoutAName_AsksWhichRitualWithButtons()
    {
        await world.PlanAsync("Weekstart elke maandag 10:00");

        Assert.That(
            await world.SayAsync(world.Owner, "ritueel sla over"),
            Does.Contain("Welk ritueel").And.Contain("Vrijdagkoffie").And.Contain("Weekstart"));
        Assert.That(await world.ClickTextAsync(world.Owner, "ritual.option2"), Does.Contain("Weekstart gaat één keer niet door"));
    }

    private async Task ConfirmAsync(string command)
    {
        await world.SayAsync(world.Owner, command);
        await world.ClickAsync(world.Owner, "ritual.confirm");
    }
}
