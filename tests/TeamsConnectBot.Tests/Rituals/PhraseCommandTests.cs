using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>Skipping, moving, pausing and undoing in everyday words. It is Monday 2 March 2026, 07:00.</summary>
internal sealed class PhraseCommandTests : ChannelTests
{
    [SetUp]
    public Task PlanMorningCoffeeAsync() => World.PlanAsync("Ochtendkoffie elke maandag 11:00 45 min");

    [TestCase("ritueel sla over ochtendkoffie volgende week", "Maandag 9 maart vervalt; daarna ma 16 mrt")]
    [TestCase("ritueel sla over ochtendkoffie volgende maandag", "Maandag 9 maart vervalt; daarna ma 16 mrt")]
    [TestCase("ritual skip ochtendkoffie next monday", "Maandag 9 maart vervalt; daarna ma 16 mrt")]
    [TestCase("ritueel sla over ochtendkoffie maandag 9 maart", "Maandag 9 maart vervalt; daarna ma 16 mrt")]
    [TestCase("ritueel sla over ochtendkoffie vandaag", "Maandag 2 maart vervalt; daarna ma 9 mrt")]
    [TestCase("ritueel sla over ochtendkoffie over een week", "Maandag 9 maart vervalt; daarna ma 16 mrt")]
    [TestCase("ritual skip ochtendkoffie the next two weeks", "Ma 2 mrt, ma 9 mrt vervallen; daarna ma 16 mrt")]
    [TestCase("ritueel sla ochtendkoffie over", "Maandag 2 maart vervalt")]
    [TestCase("sla volgende week over ochtendkoffie", "Maandag 9 maart vervalt; daarna ma 16 mrt")]
    [TestCase("ritueel sla over de ochtendkoffie van volgende week", "Maandag 9 maart vervalt; daarna ma 16 mrt")]
    [TestCase("ritueel annuleer ochtendkoffie volgende week", "Maandag 9 maart vervalt; daarna ma 16 mrt")]
    [TestCase("ritueel sla over ochtendkoffie dinsdag", "Die keer is er niet")]
    public async Task Skip_DayInWords_SaysWhichDayIsSkippedAndWhichIsNext(string typed, string says) =>
        Assert.That(await World.SayAsync(World.Owner, typed), Does.Contain(says));

    [Test]
    public async Task Skip_NotUnderstood_AsksWhichOccurrenceWithButtons()
    {
        Assert.That(
            await World.SayAsync(World.Owner, "ritueel sla over ochtendkoffie blauw"),
            Does.Contain("Welke keer bedoel je met ‘blauw’?").And.Contain("Maandag 2 maart vervalt")
                .And.Contain("Maandag 9 maart vervalt").And.Contain("Maandag 16 maart vervalt"));
        Assert.That(await World.ClickTextAsync(World.Owner, "ritual.option2"), Does.Contain("Maandag 9 maart vervalt"));
    }

    [TestCase("ritueel verplaats ochtendkoffie een uur later", "ma 2 mrt 12:00–12:45", "elke maandag 12:00–12:45")]
    [TestCase("ritual move ochtendkoffie an hour later", "ma 2 mrt 12:00–12:45", "elke maandag 12:00–12:45")]
    [TestCase("ritueel verplaats ochtendkoffie naar vrijdag", "vr 6 mrt 11:00–11:45", "elke vrijdag 11:00–11:45")]
    [TestCase("ritueel verplaats ochtendkoffie naar 10:00", "ma 2 mrt 10:00–10:45", "elke maandag 10:00–10:45")]
    [TestCase("ritueel verplaats ochtendkoffie van maandag naar vrijdag", "vr 6 mrt 11:00–11:45", "elke vrijdag 11:00–11:45")]
    [TestCase("ritual move ochtendkoffie from Monday to Friday", "vr 6 mrt 11:00–11:45", "elke vrijdag 11:00–11:45")]
    public async Task Move_PartlySpecified_KeepsTheRestAndAsksOnceOrAlways(string typed, string once, string always) =>
        Assert.That(
            await World.SayAsync(World.Owner, typed), Does.Contain($"Alleen de komende keer: {once}").And.Contain($"Voortaan: {always}"));

    [TestCase("ritueel verplaats ochtendkoffie van volgende week naar vrijdag", "ma 9 mrt 11:00 wordt vr 13 mrt 11:00")]
    [TestCase("ritueel verplaats ochtendkoffie alleen volgende keer naar dinsdag", "ma 2 mrt 11:00 wordt di 3 mrt 11:00")]
    [TestCase("ritueel verplaats ochtendkoffie deze week naar vrijdag", "ma 2 mrt 11:00 wordt vr 6 mrt 11:00")]
    [TestCase("ritueel verplaats ochtendkoffie volgende week een uur later", "ma 9 mrt 11:00 wordt ma 9 mrt 12:00")]
    [TestCase("ritueel verplaats ochtendkoffie voortaan naar vrijdag", "elke vrijdag 11:00–11:45 (Amsterdam), eerstvolgende: vr 6 mrt")]
    [TestCase(
        "ritueel verplaats ochtendkoffie voortaan van maandag naar donderdag",
        "elke donderdag 11:00–11:45 (Amsterdam), eerstvolgende: do 5 mrt")]
    [TestCase(
        "ritual move ochtendkoffie for good from Monday to Thursday", "elke donderdag 11:00–11:45 (Amsterdam), eerstvolgende: do 5 mrt")]
    [TestCase(
        "ritueel verplaats ochtendkoffie voortaan van volgende week naar donderdag",
        "elke donderdag 11:00–11:45 (Amsterdam), eerstvolgende: do 12 mrt")]
    [TestCase("ritueel verplaats ochtendkoffie eenmalig van maandag naar vrijdag", "ma 2 mrt 11:00 wordt vr 6 mrt 11:00")]
    [TestCase("ritueel verplaats ochtendkoffie naar elke donderdag", "elke donderdag 11:00–11:45 (Amsterdam), eerstvolgende: do 5 mrt")]
    [TestCase("ritueel verplaats de ochtendkoffie naar elke donderdag 16:00", "elke donderdag 16:00–16:45 (Amsterdam)")]
    public async Task Move_InWords_AsksForConfirmationWithTheNewTime(string typed, string says) =>
        Assert.That(await World.SayAsync(World.Owner, typed), Does.Contain("Klopt dit?").And.Contain(says));

    [Test]
    public async Task Move_ForGoodFromOneOfTwoDays_KeepsTheOther()
    {
        await World.PlanAsync("Overleg elke dinsdag en donderdag 10:00");
        await World.SayAsync(World.Owner, "ritueel verplaats overleg voortaan van dinsdag naar woensdag");
        await World.ClickAsync(World.Owner, "ritual.confirm");

        var plan = (await World.RitualsAsync())[^1].Plan;
        Assert.That((plan.Rule, plan.First), Is.EqualTo(("FREQ=WEEKLY;BYDAY=WE,TH", new LocalDate(2026, 3, 4))));
    }

    [TestCase("ritueel pauze ochtendkoffie tot volgende week", "eerstvolgende: ma 9 mrt")]
    [TestCase("ritueel pauze ochtendkoffie de komende twee weken", "eerstvolgende: ma 16 mrt")]
    [TestCase("ritueel pauze ochtendkoffie tot koningsdag", "eerstvolgende: ma 4 mei")]
    [TestCase("ritueel pauze ochtendkoffie volgende week", "Maandag 9 maart vervalt; daarna ma 16 mrt")]
    public async Task Pause_InWords_SaysWhenItResumes(string typed, string says) =>
        Assert.That(await World.SayAsync(World.Owner, typed), Does.Contain(says));

    [Test]
    public async Task Undo_OfPlanning_SaysSoAndTheNextUndoAsksFirst()
    {
        await World.PlanAsync("Stiltewerk elke dinsdag 10:00");

        Assert.That(
            await World.SayAsync(World.Owner, "ritueel herstel"),
            Does.Contain("Plannen van Stiltewerk is ongedaan gemaakt: het staat in geen agenda meer."));
        Assert.That(
            await World.SayAsync(World.Owner, "ritueel herstel"), Does.Contain("‘Nieuw: Ochtendkoffie’").And.Contain("Ook ongedaan maken"));
        Assert.That((await World.RitualsAsync()).Single(ritual => !ritual.IsEnded).Plan.Name, Is.EqualTo("Ochtendkoffie"));

        Assert.That(
            await World.ClickTextAsync(World.Owner, "ritual.option1"), Does.Contain("Plannen van Ochtendkoffie is ongedaan gemaakt"));
    }

    [Test]
    public async Task Undo_OfSkipping_SaysWhenTheNextOneIs()
    {
        await World.SayAsync(World.Owner, "ritueel sla over ochtendkoffie");

        Assert.That(
            await World.SayAsync(World.Owner, "ritueel herstel"),
            Does.Contain("Overslaan van Ochtendkoffie is ongedaan gemaakt").And.Contain("eerstvolgende: ma 2 mrt"));
    }

    [Test]
    public async Task Changes_AtTheSameMoment_KeepTheirOrder()
    {
        await World.PlanAsync("Stiltewerk elke dinsdag 10:00");
        await World.PlanAsync("Weekstart elke maandag 9:00");

        var changes = await ChangesAsync();
        Assert.That(changes.Select(change => change.After.Name), Is.EqualTo(new[] { "Ochtendkoffie", "Stiltewerk", "Weekstart" }));
        Assert.That(changes.Select(change => change.At), Is.Unique);
    }

    [TestCase("ritueel nieuw koffie", "Een voorstel, want je schreef niet wanneer.")]
    [TestCase("ritueel nieuw wandelen ergens volgende week", "Op welke dag?")]
    [TestCase("ritual new walk sometime next week", "Op welke dag?")]
    [TestCase("ritueel nieuw wekelijks koffie", "Op welke dag?")]
    [TestCase("plan elke vrijdag om 16 uur een borrel", "elke vrijdag 16:00–16:30")]
    [TestCase("schedule a coffee every friday at 10", "elke vrijdag 10:00–10:30")]
    [TestCase("ritueel nieuw taart elke zondag 10:00", "Let op: dit valt in het weekend.")]
    [TestCase("ritueel nieuw stand-up elke dag 10:00", "Let op: dit is ook in het weekend.")]
    [TestCase("ritueel nieuw kerstborrel 25 december 16:00", "Let op: vrijdag 25 december is een vrije dag en dan gaat het niet door.")]
    [TestCase("ritueel nieuw stand-up donderdag 13/12 9:30 15 min", "Bij ‘donderdag 13/12’ horen de dag en de datum niet bij elkaar.")]
    [TestCase("ritual new every friday at 3", "Op welk moment van de dag is ‘at 3’?")]
    [TestCase("ritueel verwijder ochtendkoffie", "Komende keer overslaan")]
    [TestCase("ritual cancel ochtendkoffie", "Helemaal stoppen")]
    public async Task Phrase_InEverydayWords_IsUnderstoodOrAskedAbout(string typed, string says) =>
        Assert.That(await World.SayAsync(World.Owner, typed), Does.Contain(says));

    [Test]
    public async Task Question_WithLongOptions_ListsThemAboveShortButtons() =>
        Assert.That(
            await World.SayAsync(World.Owner, "ritueel nieuw overleg elk kwartaal 9:00"),
            Does.Contain("elke 3 maanden op de eerste maandag van de maand 09:00–09:30\neerste maandag\n")
                .And.Contain("09:00–09:30\nlaatste vrijdag\n"));

    [Test]
    public async Task Move_Permanently_KeepsTheIntervalAndSkippedDates()
    {
        await World.PlanAsync("Retro om de week woensdag 14:00");
        await World.SayAsync(World.Owner, "ritueel sla over retro 18 maart");
        await World.ClickAsync(World.Owner, "ritual.confirm");
        await World.SayAsync(World.Owner, "ritueel verplaats retro voortaan een uur later");
        await World.ClickAsync(World.Owner, "ritual.confirm");

        var plan = (await World.RitualsAsync())[^1].Plan;
        Assert.That(
            (plan.Rule, plan.At, plan.First),
            Is.EqualTo(("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", new LocalTime(15, 0), new LocalDate(2026, 3, 4))));
        Assert.That(plan.Exceptions.Single().Date, Is.EqualTo(new LocalDate(2026, 3, 18)));
    }
    // The channel's changes, oldest first.
    private async Task<List<RitualChange>> ChangesAsync()
    {
        var rituals = (await World.RitualsAsync()).ConvertAll(ritual => ritual.Id);
        return await World.World.ReadAsync(
            db => db.RitualChanges.Where(change => rituals.Contains(change.RitualId)).OrderBy(change => change.At).ToListAsync());
    }
}
