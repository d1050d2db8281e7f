using System.Net;
using TeamsConnectBot.Holidays;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>The page with the days on which the organisation is closed.</summary>
internal sealed class HolidaysPageTests : AdminTests
{
    [Test]
    public async Task Holiday_Added_IsListedInBothLanguages_AndCanBeRemoved()
    {
        var admin = await SignedInAsync(Admin);

        await admin.SubmitAsync(
            await admin.OpenAsync("/admin/holidays"), "handler=Set", ("day", "2026-04-28"), ("nl", "Brugdag"), ("en", "Bridge day"));
        var listed = await admin.OpenAsync("/admin/holidays");
        await admin.PostAsync("/admin/holidays?handler=Remove", PageForm.Fields(listed.Body, "handler=Remove", ("day", "2026-04-28")));

        Assert.That(listed.Text, Does.Contain("28 April 2026").And.Contain("Brugdag").And.Contain("Bridge day"));
        Assert.That((await admin.OpenAsync("/admin/holidays")).Text, Does.Not.Contain("Bridge day"));
    }

    [Test]
    public async Task HolidaysPage_ListsTheConfiguredPublicHolidays()
    {
        var admin = await SignedInAsync(Admin);

        Assert.That(
            (await admin.OpenAsync("/admin/holidays")).Text,
            Does.Contain("Friday 25 December 2026 Eerste Kerstdag Christmas Day Netherlands Off"));
    }

    [TestCase("2026-02-30", "x", "x")]
    [TestCase("", "x", "x")]
    [TestCase("2026-04-27", " ", "x")]
    [TestCase("2026-04-27", "x", "a\nb")]
    [TestCase("-0044-03-15", "x", "x")]
    [TestCase("9999-12-31", "x", "x")]
    public async Task Holiday_WithInvalidFields_IsRefusedSayingWhatToFillIn(string day, string nl, string en)
    {
        var admin = await SignedInAsync(Admin);

        var answer = await admin.SubmitAsync(await admin.OpenAsync("/admin/holidays"), "handler=Set", ("day", day), ("nl", nl), ("en", en));

        Assert.That(answer.Text, Does.Contain("Fill in a day and a name in both languages."));
        Assert.That(answer.NoteAt("day") + answer.NoteAt("nl") + answer.NoteAt("en"), Is.Not.Empty, "the field must say what is wrong");
        var typed = PageForm.Fields(answer.Body, "handler=Set");
        Assert.That((typed["day"], typed["nl"], typed["en"]), Is.EqualTo((day, nl.Trim(), en.Trim())));
    }

    [TestCase("2026-02-26", "26 February 2026 is in the past. Choose a day from today on.")]
    [TestCase("2020-01-01", "1 January 2020 is in the past.")]
    public async Task Holiday_InThePast_IsRefused(string day, string says)
    {
        var admin = await SignedInAsync(Admin);

        var answer = await admin.SubmitAsync(
            await admin.OpenAsync("/admin/holidays"), "handler=Set", ("day", day), ("nl", "Oud"), ("en", "Old"));

        Assert.That(answer.NoteAt("day"), Does.Contain(says));
        Assert.That(PageForm.Fields(answer.Body, "handler=Set")["nl"], Is.EqualTo("Oud"), "what was typed must stay");
        Assert.That((await admin.OpenAsync("/admin/holidays")).Body, Does.Not.Contain(">Oud<"));
    }

    [Test]
    public async Task PublicHoliday_SwitchedOff_IsAWorkingDay_UntilItIsSwitchedOnAgain()
    {
        var admin = await SignedInAsync(Admin);

        await admin.PostAsync("/admin/holidays?handler=Switch", Switch(await admin.OpenAsync("/admin/holidays"), off: false));
        var (worked, isWorked) = (await admin.OpenAsync("/admin/holidays"), IsOff(new(2026, 4, 27)));
        await admin.PostAsync("/admin/holidays?handler=Switch", Switch(worked, off: true));
        var log = await admin.OpenAsync("/admin/log");

        Assert.That(worked.Text, Does.Contain("King's Day Netherlands Working day"));
        Assert.That((isWorked, IsOff(new(2026, 4, 27))), Is.EqualTo((false, true)), "rounds and rituals must follow the list");
        Assert.That((await admin.OpenAsync("/admin/holidays")).Text, Does.Contain("King's Day Netherlands Off"));
        Assert.That(
            log.Text,
            Does.Contain("public holiday King's Day (NL): a working day from now on").And.Contain("King's Day (NL): a day off again"));
    }

    [Test]
    public async Task PublicHoliday_Unknown_IsNotFound()
    {
        var admin = await SignedInAsync(Admin);
        var fields = Switch(await admin.OpenAsync("/admin/holidays"), off: false);
        fields["name"] = "Carnival";

        Assert.That((await admin.PostAsync("/admin/holidays?handler=Switch", fields)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task CalendarFile_IsShownFirst_AndAddedWhenThatIsConfirmed()
    {
        var admin = await SignedInAsync(Admin);

        var shown = await ImportAsync(admin, "DTSTART:20260515\nDURATION:P2D", "DTSTART:20260427", "DTSTART:20200101");
        var before = await admin.OpenAsync("/admin/holidays");
        await admin.SubmitAsync(shown, "handler=Add");
        var after = await admin.OpenAsync("/admin/holidays");

        Assert.That(
            shown.Text,
            Does.Contain("Nothing has been added yet. Days that have passed and are left out: 1.")
                .And.Contain("Monday 27 April 2026: Brugdag (is on the list already)").And.Contain("Add: 2"));
        Assert.That(before.Text, Does.Not.Contain("Brugdag"));
        Assert.That(after.Text, Does.Contain("Friday 15 May 2026 Brugdag yourselves Off").And.Contain("Saturday 16 May 2026 Brugdag"));
        Assert.That(after.Text, Does.Not.Contain("27 April 2026 Brugdag"), "a day that is on the list must stay as it is");
        Assert.That((IsOff(new(2026, 5, 15)), IsOff(new(2026, 5, 18))), Is.EqualTo((true, false)));
        Assert.That((await admin.OpenAsync("/admin/log")).Text, Does.Contain("holiday 15 May 2026: Brugdag / Brugdag"));
    }

    [Test]
    public async Task CalendarFile_NearlyAsLargeAsAllowed_IsAddedToo()
    {
        var admin = await SignedInAsync(Admin);

        var lines = string.Concat(Enumerable.Repeat("\nX-A:ë", 7_200));
        var shown = await ImportAsync(admin, "DTSTART:20260703" + lines);
        var added = await admin.SubmitAsync(shown, "handler=Add");

        Assert.That(System.Text.Encoding.UTF8.GetByteCount(lines), Is.InRange(50_000, 59_000));
        Assert.That(shown.Text, Does.Contain("Add: 1"));
        Assert.That(added.Location, Is.EqualTo("/admin/holidays"), added.Text);
        Assert.That(IsOff(new(2026, 7, 3)), Is.True);
    }

    [Test]
    public async Task CalendarFile_WithALineThatCannotBeRead_NamesThatLine_AndAddsNothing()
    {
        var admin = await SignedInAsync(Admin);

        var answer = await ImportAsync(admin, "DTSTART:20260701", "DTSTART:20260702T090000Z");

        Assert.That(answer.Text, Does.Contain("This file can't be read; nothing was added."));
        Assert.That(
            answer.Text, Does.Contain("Line 7: It has a time; only whole days can be read. It says: DTSTART:20260702T090000Z"));
        Assert.That(IsOff(new(2026, 7, 1)), Is.False);
    }

    [Test]
    public async Task CalendarFile_ThatIsTooLarge_IsRefusedSayingHowLargeItMayBe()
    {
        var admin = await SignedInAsync(Admin);

        var answer = await ImportAsync(admin, "DTSTART:20260701\nDESCRIPTION:" + new string('x', 60_000));

        Assert.That(answer.Text, Does.Contain("The file is larger than 60 kB. Nothing was added."));
    }

    private static async Task<PageResponse> ImportAsync(AdminBrowser admin, params string[] events)
    {
        var file = "BEGIN:VCALENDAR\n" + string.Concat(events.Select(one => $"BEGIN:VEVENT\n{one}\nSUMMARY:Brugdag\nEND:VEVENT\n"))
            + "END:VCALENDAR\n";
        return await admin.UploadAsync(
            "/admin/holidays?handler=Import", (await admin.OpenAsync("/admin/holidays")).FormToken, "days.ics", file);
    }

    private static Dictionary<string, string> Switch(PageResponse page, bool off) => PageForm.Fields(
        page.Body, "handler=Switch", ("country", "NL"), ("name", "King's Day"), ("off", off ? "true" : "false"));

    private bool IsOff(LocalDate day) => World.Services.GetRequiredService<DaysOff>().OfOrganisation(day.Year).Contains(day);
}
