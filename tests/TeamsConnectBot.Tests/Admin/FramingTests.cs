using System.Net;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>The security headers of the admin page, and the answers when the page is disabled.</summary>
internal sealed class FramingTests : AdminTests
{
    [TestCase("/admin")]
    [TestCase("/admin/sign-in")]
    [TestCase("/admin/no-access")]
    [TestCase("/admin/site/base.css")]
    [TestCase("/admin/nothing-here")]
    public async Task EveryAnswer_AllowsOnlyTeamsToFrameIt_AndOnlyItsOwnScriptsAndTheTeamsLibrary(string path)
    {
        var answer = await Anonymous().GetAsync(path);
        var policy = answer.Header("Content-Security-Policy");

        Assert.Multiple(() =>
        {
            Assert.That(
                policy,
                Does.Contain("frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft"));
            Assert.That(policy, Does.Contain("default-src 'none'").And.Not.Contain("unsafe"));
            Assert.That(policy, Does.Contain("script-src 'self' https://res.cdn.office.net/teams-js/2.58.0/js/MicrosoftTeams.min.js;"));
            Assert.That(answer.Header("X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That(answer.Header("Cache-Control"), Does.Contain("no-store"));
            // This header would block Teams, and browsers that support frame-ancestors ignore it.
            Assert.That(answer.Headers.ContainsKey("X-Frame-Options"), Is.False);
        });
    }

    [Test]
    public async Task Page_HasNoInlineScriptOrStyle()
    {
        var page = await (await SignedInAsync(Admin)).OpenAsync("/admin");

        Assert.That(
            page.Body,
            Does.Not.Contain("<style").And.Not.Contain(" style=").And.Not.Contain(" onclick").And.Not.Match("<script(?![^>]*src=)"));
    }

    [Test]
    public async Task Request_ForAnotherHost_IsNotFound()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(World.Tenant.Channel.Service!, "/admin/sign-in"));
        request.Headers.Host = "evil.example";
        using var response = await http.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Admin:PublicUrl"));
    }

    [Test]
    public async Task Page_NotConfigured_SaysWhatToSet_AndTheBotStillRuns()
    {
        await using var world = await PrivacyWorld.StartAsync(settings: new() { ["Admin:ClientId"] = "" });
        using var browser = new AdminBrowser(world.Tenant.Channel.Service!, world.Tenant.AuthorizeUrl);

        var answer = await browser.GetAsync("/admin");
        await world.InstallAsync(world.People[0]);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answer.Body, Does.Contain("Set Admin:ClientId").And.Contain("De beheerpagina staat uit."));
        Assert.That(world.FromBot(world.People[0]), Is.Not.Empty);
    }

    [Test]
    public async Task PublicUrl_Set_IsTheSignInRedirect_WhateverHostWasRequested()
    {
        await using var world = await PrivacyWorld.StartAsync(settings: new() { ["Admin:PublicUrl"] = "https://connect.example.org" });
        using var browser = new AdminBrowser(world.Tenant.Channel.Service!, world.Tenant.AuthorizeUrl);

        var start = await browser.GetAsync("/admin/sign-in/microsoft");

        Assert.That(start.Location, Does.Contain(Uri.EscapeDataString("https://connect.example.org/admin/signed-in")));
        Assert.That(start.Header("Strict-Transport-Security"), Is.Not.Empty);
    }
}
