using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>Unknown addresses and refused requests get a page in the house style and the reader's language.</summary>
internal sealed class ProblemPageTests : AdminTests
{
    [Test]
    public async Task UnknownAddress_ShowsTheNotFoundPage(
        [Values(
            "/admin/rules/bestaatniet", "/admin/xyz", "/admin/rules/bestaatniet/compare", "/admin/rules/bestaatniet/try",
            "/admin/problem")] string path,
        [Values("nl", "en")] string language)
    {
        var answer = await (await SignedInAsync(Admin, language)).GetAsync(path);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answer.Header("Content-Type"), Does.StartWith("text/html"));
        Assert.That(answer.Text, Does.Contain(language == "nl" ? "Deze pagina is er niet" : "This page is not there"));
        Assert.That(answer.Body, Does.Contain("<nav class=\"menu\""));
        Assert.That(answer.Header("Content-Security-Policy"), Is.Not.Empty);
    }

    [Test]
    public async Task UnknownAddress_NotSignedIn_ShowsTheNotFoundPageWithoutMenu()
    {
        var answer = await Anonymous("nl").GetAsync("/admin/xyz");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answer.Text, Does.Contain("Deze pagina is er niet"));
        Assert.That(answer.Body, Does.Not.Contain("<nav"));
    }

    [Test]
    public async Task Form_WithoutItsToken_SaysThatNothingWasChanged()
    {
        var answer = await (await SignedInAsync(Admin, "nl"))
            .PostAsync("/admin/holidays?handler=Set", new Dictionary<string, string> { ["day"] = "2027-01-01" });

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Text, Does.Contain("Dit kwam niet aan").And.Contain("Er is niets gewijzigd."));
    }

    [Test]
    public async Task Form_ForUnknownRule_ShowsTheNotFoundPage()
    {
        var admin = await SignedInAsync(Admin, "nl");
        var token = PageForm.Fields((await admin.OpenAsync("/admin")).Body, "handler=Out");

        var answer = await admin.PostAsync("/admin/rules/bestaatniet?handler=Publish", token);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answer.Text, Does.Contain("Deze pagina is er niet"));
    }

    [Test]
    public async Task LanguageLink_AfterARefusedForm_LeadsBackToThePage(
        [Values("/admin/rules/new?handler=Save", "/admin/rules/bestaatniet?handler=Save")] string path)
    {
        var admin = await SignedInAsync(Admin);
        var token = PageForm.Fields((await admin.OpenAsync("/admin")).Body, "handler=Out");

        var answer = await admin.PostAsync(path, token);

        Assert.That(WebUtility.UrlDecode(answer.Body), Does.Contain($"back={path.Split('?')[0]}\"").And.Not.Contain("back=" + path));
    }

    [Test]
    public async Task FailingPage_LeavesTheResponseToTheErrorPage()
    {
        var context = new DefaultHttpContext { Response = { ContentType = "text/html" } };

        await new PageFailures(_ => throw new InvalidOperationException("broken"), NullLogger<PageFailures>.Instance).InvokeAsync(context);

        Assert.That(
            (context.Response.StatusCode, context.Response.ContentType),
            Is.EqualTo((StatusCodes.Status500InternalServerError, (string?)null)));
    }
}
