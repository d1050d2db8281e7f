using System.Net;
using TeamsConnectBot.Privacy;

namespace TeamsConnectBot.Tests.Admin;

internal sealed class ReportTests : AdminTests
{
    [Test]
    public async Task Report_ListsRulesDataChangesErasuresAndTheAuditLog([Values("nl", "en")] string language)
    {
        var admin = await SignedInAsync(Admin, language);
        await admin.SubmitAsync(
            await admin.OpenAsync("/admin/holidays"), "handler=Set", ("day", "2026-12-25"), ("nl", "Kerst"), ("en", "Christmas"));

        var report = await (await SignedInAsync(WorksCouncil, language)).OpenAsync("/admin/report");

        string[] expected = language == "nl"
            ? ["OR-verslag", "Iedereen die meedoet", "14 dagen", "Kerst / Christmas", "Tot nu toe gewiste mensen, in hele tientallen: 0.",
                "Het logboek is heel", "beheerder", "Nooit gelezen"]
            : ["Works-council report", "Everybody who takes part", "14 days", "Kerst / Christmas", "People erased so far, in full tens: 0.",
                "The log is whole", "admin", "Never read"];
        Assert.Multiple(() =>
        {
            foreach (var text in expected)
            {
                Assert.That(report.Text, Does.Contain(text));
            }
        });
    }

    [Test]
    public async Task Report_SinceAFutureDate_AsksForADayUpToToday()
    {
        var report = await (await SignedInAsync(Reader)).OpenAsync("/admin/report?since=2099-01-01");

        Assert.That(report.Text, Does.Contain("Choose a day up to today"));
    }

    [TestCase(1, 0)]
    [TestCase(9, 0)]
    [TestCase(10, 10)]
    [TestCase(19, 10)]
    public async Task Erasures_AreReportedInFullTens_WhateverPeriodIsChosen(int erased, int told)
    {
        await World.WriteAsync(async db =>
        {
            db.Erasures.RemoveRange(await db.Erasures.ToListAsync());
            db.Erasures.Add(new Erasure { Day = new LocalDate(2026, 2, 27), People = erased });
        });
        var council = await SignedInAsync(WorksCouncil);

        foreach (var since in new[] { "2026-02-26", "2026-02-28" })
        {
            var report = await council.OpenAsync($"/admin/report?since={since}");
            Assert.That(report.Text, Does.Contain($"in full tens: {told}."), since);
        }

        await World.WriteAsync(async db => db.Erasures.RemoveRange(await db.Erasures.ToListAsync()));
    }

    [Test]
    public async Task EveryPage_NotSignedIn_LeadsToSignIn_AndWithoutARole_ToNoAccess(
        [Values(
            "/admin", "/admin/rules", "/admin/rules/everybody", "/admin/rules/everybody/compare", "/admin/rules/everybody/try",
            "/admin/approvals", "/admin/texts", "/admin/holidays", "/admin/contacts", "/admin/figures", "/admin/log",
            "/admin/report")] string path)
    {
        var anonymous = await Anonymous().GetAsync(path);
        var nobody = await (await SignedInAsync(Nobody)).OpenAsync(path);

        Assert.That(anonymous.Location, Does.Contain("/admin/sign-in"));
        Assert.That(nobody.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase("2999-01-01")]
    [TestCase("gisteren")]
    public async Task Report_SinceAnInvalidDate_SaysSoAndShowsTheDefaultPeriod(string since)
    {
        var page = await (await SignedInAsync(Reader, "nl")).OpenAsync("/admin/report?since=" + since);

        Assert.That(
            page.Text, Does.Contain("Kies bij ‘Sinds’ een dag tot en met vandaag.").And.Contain("over de tijd sinds 2 december 2025"));
    }
}
