using System.Net;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>Who may change what admins set for the whole organisation, who may stop everything, and where that is recorded.</summary>
internal sealed class OrganisationPagesTests : AdminTests
{
    [Test]
    public async Task Change_ByTheWorksCouncilOrAReader_IsRefused(
        [Values("/admin/holidays?handler=Set", "/admin/contacts?handler=Save", "/admin/texts?handler=Set", "/admin/topics?handler=Save")]
        string path,
        [Values] bool council)
    {
        var browser = await SignedInAsync(council ? WorksCouncil : Reader);
        var token = (await browser.OpenAsync("/admin")).FormToken;

        var answer = await browser.PostAsync(path, new Dictionary<string, string> { ["__RequestVerificationToken"] = token });

        Assert.That((await browser.OpenAsync(answer.Location!)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task EveryChange_IsInTheAuditLog_WhichIsIntactAndNotForReaders()
    {
        var admin = await SignedInAsync(Admin);
        await admin.SubmitAsync(
            await admin.OpenAsync("/admin/holidays"), "handler=Set", ("day", "2026-12-25"), ("nl", "Kerst"), ("en", "Christmas"));

        var log = await (await SignedInAsync(WorksCouncil)).OpenAsync("/admin/log");
        var export = await admin.SubmitAsync(await admin.OpenAsync("/admin/log"), "handler=Export");

        Assert.Multiple(async () =>
        {
            Assert.That(log.Text, Does.Contain("The log is whole").And.Contain("changed a setting"));
            Assert.That(log.Text, Does.Contain("Kerst / Christmas").And.Contain(Admin.Name));
            Assert.That(export.Body, Does.Contain("\"action\":\"LogExported\"").And.Contain("\"hash\""));
            Assert.That((await (await SignedInAsync(Reader)).OpenAsync("/admin/log")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        });
    }

    [Test]
    public async Task StopEverything_ByTheCouncil_CanBeLiftedOnlyByThem()
    {
        var (admin, council) = (await SignedInAsync(Admin), await SignedInAsync(WorksCouncil));

        await council.SubmitAsync(await council.OpenAsync("/admin"), "handler=Stop");
        var stopped = await admin.OpenAsync("/admin");
        var seen = await council.OpenAsync("/admin");
        await council.SubmitAsync(seen, "handler=Start");

        Assert.Multiple(async () =>
        {
            Assert.That(stopped.Text, Does.Contain("Everything stands still").And.Contain("Only they start it again."));
            Assert.That(stopped.Body, Does.Not.Contain("handler=Start"));
            Assert.That((await admin.OpenAsync("/admin")).Text, Does.Not.Contain("Everything stands still"));
        });
    }
}
