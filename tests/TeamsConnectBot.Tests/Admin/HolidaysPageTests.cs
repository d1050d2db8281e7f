namespace TeamsConnectBot.Tests.Admin;

/// <summary>The page with the days on which the organisation is closed.</summary>
internal sealed class HolidaysPageTests : AdminTests
{
    [Test]
    public async Task Holiday_Added_IsListedInBothLanguages_AndCanBeRemoved()
    {
        var admin = await SignedInAsync(Admin);

        await admin.SubmitAsync(
            await admin.OpenAsync("/admin/holidays"), "handler=Set", ("day", "2026-04-27"), ("nl", "Koningsdag"), ("en", "King's Day"));
        var listed = await admin.OpenAsync("/admin/holidays");
        await admin.PostAsync("/admin/holidays?handler=Remove", PageForm.Fields(listed.Body, "handler=Remove", ("day", "2026-04-27")));

        Assert.That(listed.Text, Does.Contain("27 April 2026").And.Contain("Koningsdag").And.Contain("King's Day"));
        Assert.That((await admin.OpenAsync("/admin/holidays")).Text, Does.Not.Contain("Koningsdag"));
    }

    [Test]
    public async Task HolidaysPage_ListsTheConfiguredPublicHolidays()
    {
        var admin = await SignedInAsync(Admin);

        Assert.That(
            (await admin.OpenAsync("/admin/holidays")).Text,
            Does.Contain("25 December 2026").And.Contain("Christmas Day").And.Contain("NL"));
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

        Assert.That((await admin.OpenAsync(answer.Location!)).Text, Does.Contain("Fill in a day and a name in both languages."));
    }

    [TestCase("2026-02-26", "26 February 2026 is in the past. Choose a day from today on.")]
    [TestCase("2020-01-01", "1 January 2020 is in the past.")]
    public async Task Holiday_InThePast_IsRefused(string day, string says)
    {
        var admin = await SignedInAsync(Admin);

        var answer = await admin.SubmitAsync(
            await admin.OpenAsync("/admin/holidays"), "handler=Set", ("day", day), ("nl", "Oud"), ("en", "Old"));
        var page = await admin.OpenAsync(answer.Location!);

        Assert.That(page.Text, Does.Contain(says));
        Assert.That(page.Body, Does.Not.Contain(">Oud<"));
    }
}
