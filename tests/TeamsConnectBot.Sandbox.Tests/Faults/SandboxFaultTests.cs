using System.Net;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Faults;

internal sealed class SandboxFaultTests : SandboxFixture
{
    [Test]
    public async Task Refuse_OnceWithFractionalRetryAfter_ThenAnswersNormally()
    {
        using var fault = Server.Faults.Refuse("/v1.0/users*", 429, "2.128", count: 1);

        using var first = await GraphAsync("GET", "/users?$top=1");
        using var second = await GraphAsync("GET", "/users?$top=1");

        Assert.Multiple(() =>
        {
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
            Assert.That(first.Headers.NonValidated["Retry-After"].ToString(), Is.EqualTo("2.128"));
            Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(fault.Hits, Is.EqualTo(1));
        });
    }

    [TestCase(412)]
    [TestCase(429)]
    [TestCase(503)]
    [TestCase(504)]
    public async Task Refuse_WithoutRetryAfter_HasNoHeader(int status)
    {
        using var fault = Server.Faults.Refuse("/v1.0/*", status);

        using var response = await GraphAsync("GET", "/users");

        Assert.Multiple(() =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(status));
            Assert.That(response.Headers.Contains("Retry-After"), Is.False);
        });
    }

    [Test]
    public async Task Html_InsteadOfJson_IsServedAsHtml()
    {
        using var fault = Server.Faults.Html("/v1.0/users");

        using var response = await GraphAsync("GET", "/users");

        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
    }

    [Test]
    public async Task Rule_FromThirdRequestForTwo_AffectsOnlyThirdAndFourth()
    {
        using var fault = Server.Faults.Add(new FaultRule { Path = "/v1.0/users", From = 3, Count = 2, Status = 503 });
        var statuses = new List<int>();
        for (var count = 0; count < 6; count++)
        {
            using var response = await GraphAsync("GET", "/users?$top=1");
            statuses.Add((int)response.StatusCode);
        }

        Assert.That(statuses, Is.EqualTo(new[] { 200, 200, 503, 503, 200, 200 }));
    }

    [TestCase(false, 0)]
    [TestCase(true, 1)]
    public void Break_BeforeOrAfterHandling_LosesRequestOrAnswer(bool afterHandling, int made)
    {
        using var fault = Server.Faults.Break("/v1.0/users/*/events", afterHandling);

        Assert.That(CreateEventAsync, Throws.InstanceOf<HttpRequestException>());
        Assert.That(Server.Tenant.Calendar.Live, Has.Count.EqualTo(made));
    }

    [Test]
    public async Task Answer_ReplacedAfterHandling_RequestStillTookEffect()
    {
        using var fault = Server.Faults.Add(new FaultRule { Path = "/v1.0/users/*/events", AfterHandling = true, Status = 202 });

        using var response = await CreateEventAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
            Assert.That(await response.Content.ReadAsStringAsync(), Is.Empty);
            Assert.That(Server.Tenant.Calendar.Live, Has.Count.EqualTo(1));
        });
    }

    [TestCase(false, 0)]
    [TestCase(true, 1)]
    public async Task Kill_OnSecondRequest_CallsBackBeforeOrAfterItTookEffect(bool afterHandling, int made)
    {
        var killed = false;
        Server.Faults.KillAt(2, afterHandling, () => killed = true);
        using var first = await GraphAsync("GET", "/users?$top=1");
        var early = killed;

        Assert.That(CreateEventAsync, Throws.InstanceOf<HttpRequestException>());
        Assert.Multiple(() =>
        {
            Assert.That(early, Is.False);
            Assert.That(killed, Is.True);
            Assert.That(Server.Tenant.Calendar.Live, Has.Count.EqualTo(made));
        });
    }

    [Test]
    public async Task Share_OneTenth_AffectsAboutOneTenth()
    {
        using var fault = Server.Faults.Add(new FaultRule { Path = "/v1.0/users", Share = 0.1, Status = 429 });
        for (var count = 0; count < 200; count++)
        {
            using var response = await GraphAsync("GET", "/users?$top=1");
        }

        Assert.That(fault.Hits, Is.InRange(8, 35));
    }

    private Task<HttpResponseMessage> CreateEventAsync() => GraphAsync(
        "POST",
        $"/users/{Server.ServiceMailbox}/events",
        """
            {"subject":"Koffie","start":{"dateTime":"2026-03-03T10:00:00","timeZone":"UTC"},
            "end":{"dateTime":"2026-03-03T10:20:00","timeZone":"UTC"}}
            """);
}
