namespace TeamsConnectBot.Tests.Rituals;

/// <summary>
/// Moving and skipping in words that say more, or less, than a day and a time. It is Monday 2 March 2026, 07:00.
/// </summary>
internal sealed class MovePhraseTests : ChannelTests
{
    [SetUp]
    public Task PlanAsync() => World.PlanAsync("Ochtendkoffie elke maandag 11:00 45 min");

    [TestCase("ritueel sla over ochtendkoffie 9 maart en 30 maart", "Welke keer bedoel je met ‘9 maart en 30 maart’?")]
    [TestCase("ritual skip ochtendkoffie 9 march and 30 march", "Welke keer bedoel je met ‘9 march and 30 march’?")]
    [TestCase(
        "ritueel sla over ochtendkoffie tussen 9 maart en 30 maart",
        "Ma 9 mrt, ma 16 mrt, ma 23 mrt, ma 30 mrt vervallen; daarna ma 13 apr")]
    public async Task Skip_OfTwoDays_IsAPeriodOnlyWhenItSaysBetween(string typed, string says) =>
        Assert.That(await World.SayAsync(World.Owner, typed), Does.Contain(says));

    [TestCase("naar 16:00-17:00", "Voortaan: elke maandag 16:00–17:00")]
    [TestCase("naar 16:00 60 min", "Voortaan: elke maandag 16:00–17:00")]
    [TestCase("naar volgende week", "vr 13 mrt 11:00–11:45")]
    [TestCase("naar volgende week 16:00", "vr 13 mrt 16:00–16:45")]
    [TestCase("naar 16:00 vanaf mei", "elke maandag 16:00–16:45 (Amsterdam), eerstvolgende: ma 4 mei")]
    [TestCase("naar elke twee weken 15:30", "elke 2 weken op maandag 15:30–16:15 (Amsterdam), eerstvolgende: ma 2 mrt")]
    [TestCase("naar elke twee weken", "elke 2 weken op maandag 11:00–11:45 (Amsterdam), eerstvolgende: ma 2 mrt")]
    [TestCase("voortaan naar 60 min", "elke maandag 11:00–12:00 (Amsterdam)")]
    public async Task Move_SayingMoreThanATime_KeepsAllOfIt(string target, string says) =>
        Assert.That(await World.SayAsync(World.Owner, $"ritueel verplaats ochtendkoffie {target}"), Does.Contain(says));

    [Test]
    public async Task Move_ToEveryOtherWeekOfARitualOnTwoDays_KeepsBothDays()
    {
        await World.PlanAsync("Overleg elke dinsdag en donderdag 10:00");

        Assert.That(
            await World.SayAsync(World.Owner, "ritueel verplaats overleg naar elke twee weken 15:30"),
            Does.Contain("elke 2 weken op dinsdag en donderdag 15:30–16:00"));
    }

    [TestCase(
        "naar elke donderdag 16:00 vanaf 20 maart",
        "tot die tijd gaat het niet door op ma 2 mrt, ma 9 mrt, ma 16 mrt, ma 23 mrt.")]
    [TestCase(
        "naar elke donderdag 16:00 vanaf mei",
        "tot die tijd gaat het niet door op ma 2 mrt, ma 9 mrt, ma 16 mrt, ma 23 mrt en nog 4 keer.")]
    public async Task Move_FromALaterDate_SaysWhatIsCalledOffUntilThen(string target, string says) =>
        Assert.That(await World.SayAsync(World.Owner, $"ritueel verplaats ochtendkoffie {target}"), Does.Contain(says));

    [Test]
    public async Task Move_FromTheNextOccurrenceOn_CallsNothingOff() =>
        Assert.That(
            await World.SayAsync(World.Owner, "ritueel verplaats ochtendkoffie naar elke donderdag 16:00"),
            Does.Contain("elke donderdag 16:00–16:45").And.Not.Contain("gaat het niet door"));

    [Test]
    public async Task Form_OfAMove_KeepsSkippedDates()
    {
        await World.SayAsync(World.Owner, "ritueel sla over ochtendkoffie 16 maart");
        await World.ClickAsync(World.Owner, "ritual.confirm");
        await World.SayAsync(World.Owner, "ritueel verplaats ochtendkoffie voortaan een uur later");
        await World.ClickAsync(World.Owner, "ritual.openForm");
        await World.ClickAsync(World.Owner, "ritual.form", new JsonObject { ["ritualMinutes"] = "30" });
        await World.ClickAsync(World.Owner, "ritual.confirm");

        var plan = (await World.RitualsAsync()).Single().Plan;
        Assert.That((plan.Rule, plan.At, plan.Minutes), Is.EqualTo(("FREQ=WEEKLY;BYDAY=MO", new LocalTime(12, 0), 30)));
        Assert.That(plan.Exceptions.Select(exception => exception.Date), Is.EqualTo(new[] { new LocalDate(2026, 3, 16) }));
    }
}
