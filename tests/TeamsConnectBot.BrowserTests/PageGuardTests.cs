using System.Net;
using System.Net.Http.Json;
using TeamsConnectBot.BrowserTests.Demo;
using TeamsConnectBot.Sandbox.Page;

namespace TeamsConnectBot.BrowserTests;

/// <summary>Other web pages in the same browser have no access, and the page loads nothing from elsewhere.</summary>
[TestFixture]
internal sealed class PageGuardTests
{
    private DemoSandbox sandbox = null!;
    private HttpClient http = null!;

    [SetUp]
    public async Task Start()
    {
        sandbox = await DemoSandbox.StartAsync();
        http = new HttpClient { BaseAddress = sandbox.Address };
    }

    [TearDown]
    public async Task Stop()
    {
        http.Dispose();
        await sandbox.DisposeAsync();
    }

    [Test]
    public async Task Page_Always_AllowsOnlyItsOwnResources()
    {
        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));

        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'self';"));
    }

    [Test]
    public async Task Post_WithoutThePagesHeader_IsForbidden()
    {
        using var answer = await http.PostAsJsonAsync("/page/api/people/anouk/install", new { });

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(sandbox.Tenant.Chats.All.Any(chat => chat.Installed), Is.False);
    }

    [Test]
    public async Task Request_WithAnotherHostName_IsForbidden()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Host = "rebound.example";
        using var answer = await http.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Clock_AdvancedOutOfRange_SaysWhatIsAllowed([Values(0, -15, 20_161)] int minutes)
    {
        http.DefaultRequestHeaders.Add("X-Sandbox-Page", "1");
        using var answer = await http.PostAsJsonAsync("/page/api/clock/advance", new { minutes });

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain($"minutes is {minutes}; allowed is 1 to 20160."));
    }

    [Test]
    public void PageFiles_Embedded_ContainNoExternalAddresses()
    {
        var assembly = typeof(PageFiles).Assembly;
        var own = assembly.GetManifestResourceNames().Where(name =>
            name.StartsWith("page/", StringComparison.Ordinal) && !name.StartsWith("page/vendor/", StringComparison.Ordinal)).ToList();
        Assert.That(own, Does.Contain("page/index.html").And.Contain("page/texts/nl.js").And.Contain("page/css/base.css"));

        foreach (var name in own)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var text = reader.ReadToEnd().Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
            Assert.That(text, Does.Not.Match("https?://"), name);
        }
    }
}
