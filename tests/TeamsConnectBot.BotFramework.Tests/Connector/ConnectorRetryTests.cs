using System.Diagnostics;
using Microsoft.Bot.Connector;
using Microsoft.Extensions.DependencyInjection;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Hosting;

namespace TeamsConnectBot.BotFramework.Tests.Connector;

/// <summary>What is retried, and what must not be.</summary>
internal sealed class ConnectorRetryTests : ConnectorTestFixture
{
    [TestCase(412)]
    [TestCase(429)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    public async Task Send_TransientFailure_IsRetried(int status)
    {
        Channel.Expect(Send, status, "<html/>").Expect(Send, 201, """{"id":"m1"}""");

        Assert.That(await Bot.Connector.SendToConversationAsync(null, "a", Hello), Is.EqualTo("m1"));
    }

    [TestCase(400)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(413)]
    [TestCase(500)]
    public async Task Send_PermanentFailure_IsNotRetried(int status)
    {
        Channel.Expect(Send, status, """{"error":{"code":"x"}}""");

        var error = await Assert.ThrowsAsync<ConnectorException>(() => Bot.Connector.SendToConversationAsync(null, "a", Hello));

        Assert.That((int?)error!.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Send_AlwaysThrottled_FailsAfterTheRetriesWithRetryAfter()
    {
        await RestartBotAsync(settings => settings["Bot:Connector:Retries"] = "2");
        for (var i = 0; i < 3; i++)
        {
            Channel.Expect(Send, 429, "", ("Retry-After", "0.01"));
        }

        var error = await FailsAsync(() => Bot.Connector.SendToConversationAsync(null, "a", Hello), ConnectorFailure.Throttled);

        Assert.That(error.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(0.01)));
    }

    [Test]
    public async Task Send_RetryAfter_IsHonoured()
    {
        Channel.Expect(Send, 429, "", ("Retry-After", "0.4")).Expect(Send, 201, """{"id":"m1"}""");
        var time = Stopwatch.StartNew();

        await Bot.Connector.SendToConversationAsync(null, "a", Hello);

        Assert.That(time.Elapsed, Is.GreaterThan(TimeSpan.FromSeconds(0.39)));
    }

    [Test]
    public async Task Send_RetryAfterAboveLongestWait_IsLeftToTheCaller()
    {
        Channel.Expect(Send, 429, "", ("Retry-After", "300"));

        var error = await FailsAsync(() => Bot.Connector.SendToConversationAsync(null, "a", Hello), ConnectorFailure.Throttled);

        Assert.That(error.RetryAfter, Is.EqualTo(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public async Task Send_NobodyListens_IsRetriedThenUnavailable()
    {
        await RestartBotAsync(settings => settings["Bot:Connector:Retries"] = "1");

        await FailsAsync(() => Bot.Connector.SendToConversationAsync("https://localhost:1/", "a", Hello), ConnectorFailure.Unavailable);
    }

    [Test]
    public async Task Send_Timeout_IsInDoubtAndNotRetried()
    {
        await RestartBotAsync(settings => settings["Bot:Connector:RequestTimeout"] = "00:00:02");
        Channel.Expect(Send, 201).Expect(
            Send, http => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        // Opens the connection first, so that the timeout covers only the response.
        await Bot.Connector.SendToConversationAsync(null, "a", Hello);

        await FailsAsync(() => Bot.Connector.SendToConversationAsync(null, "a", Hello), ConnectorFailure.InDoubt);
        Assert.That(Channel.Received, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Send_CancelledAfterTheMessageWasAccepted_StillSucceeds()
    {
        // The SDK's client checks its token once more after the response.
        using var stop = new CancellationTokenSource();
        var handler = Bot.Services.GetRequiredService<BotServices>().Handler;
        using var stopping = new StopOnAnswer(handler, stop);
        using var limits = new ConnectorRateLimits(new ConnectorOptions { RequestsPerSecond = 100 });
        var connector = new TeamsConnector(
            new ConnectorClientCache(stopping, new ServiceUrlAllowList(["localhost"])), handler, limits, Channel.ServiceUrl);
        Channel.Expect(Send, 201, """{"id":"m1"}""");

        Assert.That(await connector.SendToConversationAsync(null, "a", Hello, stop.Token), Is.EqualTo("m1"));
        Assert.That(stop.IsCancellationRequested, Is.True);
    }

    [Test]
    public async Task Send_ConnectionBreaksAfterTheRequest_IsInDoubtAndNotRetried()
    {
        Channel.Expect(Send, Break);

        await FailsAsync(() => Bot.Connector.SendToConversationAsync(null, "a", Hello), ConnectorFailure.InDoubt);
        Assert.That(Channel.Received, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task IdempotentCalls_ConnectionBreaks_AreRetried()
    {
        Channel
            .Expect("POST v3/conversations", Break).Expect("POST v3/conversations", 201, """{"id":"a"}""")
            .Expect("PUT v3/conversations/a/activities/1", Break).Expect("PUT v3/conversations/a/activities/1", 200)
            .Expect("DELETE v3/conversations/a/activities/1", Break).Expect("DELETE v3/conversations/a/activities/1", 200)
            .Expect("GET v3/conversations/a/members/x", Break).Expect("GET v3/conversations/a/members/x", 200, """{"id":"x"}""");

        var id = await Bot.Connector.CreateConversationAsync(null, "29:anna", "t");
        await Bot.Connector.UpdateActivityAsync(null, id, "1", Hello);
        await Bot.Services.GetRequiredService<BotServices>().Clients.For(Channel.ServiceUrl).Conversations.DeleteActivityAsync(id, "1");

        Assert.That((await Bot.Connector.GetMemberAsync(null, id, "x")).Id, Is.EqualTo("x"));
    }

    private sealed class StopOnAnswer(HttpMessageHandler inner, CancellationTokenSource stop) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            await stop.CancelAsync();
            return answer;
        }
    }

    private static Task Break(Microsoft.AspNetCore.Http.HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }
}
