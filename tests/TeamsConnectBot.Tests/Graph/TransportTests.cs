using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TeamsConnectBot.Graph.Copilot;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>Delays, retries and final failures, which are the same for every call.</summary>
internal sealed class TransportTests : ScheduleFixture
{
    private const string Person = """{"id":"a","displayName":"Anna","userPrincipalName":"anna@contoso.nl","accountEnabled":true}""";

    [TestCase(429, "0.15")]
    [TestCase(503, "0.15")]
    [TestCase(504, "0.15")]
    public async Task Throttled_WithFractionalRetryAfter_IsRetriedAfterIt(int status, string retryAfter)
    {
        Server.OnSequence("GET", "/users/a", Reply.Of(status).With("Retry-After", retryAfter), Reply.Json(Person));
        var watch = Stopwatch.StartNew();

        Assert.That(await FindAsync(), Is.Not.Null);
        Assert.That(watch.Elapsed, Is.GreaterThanOrEqualTo(TimeSpan.FromMilliseconds(140)));
    }

    [TestCase(429)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    public async Task Throttled_WithoutRetryAfter_IsRetriedShortly(int status)
    {
        Server.OnSequence("GET", "/users/a", Reply.Of(status), Reply.Of(status), Reply.Json(Person));

        Assert.That(await FindAsync(), Is.Not.Null);
        Assert.That(Server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Connection_Broken_IsRetried()
    {
        Server.OnSequence("GET", "/users/a", Reply.Broken, Reply.Json(Person));

        Assert.That(await FindAsync(), Is.Not.Null);
    }

    [Test]
    public async Task Throttled_OnEveryRetry_EndsAsThrottled()
    {
        Server.On("GET", "/users/a", _ => Reply.Of(429).With("Retry-After", "0"));

        Assert.That(await FailureOf(FindAsync), Is.EqualTo(GraphFailure.Throttled));
        Assert.That(Server.Requests, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task Throttled_LongerThanTheMaximumWait_EndsAtOnce()
    {
        Server.On("GET", "/users/a", _ => Reply.Of(429).With("Retry-After", "600"));

        Assert.That(await FailureOf(FindAsync), Is.EqualTo(GraphFailure.Throttled));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(400, GraphFailure.Rejected)]
    [TestCase(401, GraphFailure.Denied)]
    [TestCase(403, GraphFailure.Denied)]
    [TestCase(500, GraphFailure.Unreachable)]
    [TestCase(302, GraphFailure.Unreadable)]
    public async Task Refusal_OfAnyKind_IsNotRetried(int status, GraphFailure failure)
    {
        Server.On("GET", "/users/a", _ => Reply.Error(status, "SomeCode").With("Location", "https://elsewhere.example/"));

        Assert.That(await FailureOf(FindAsync), Is.EqualTo(failure));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Attempt_ThatHangs_TimesOutAndIsRetried()
    {
        // Long enough for the second attempt, however busy the machine is.
        Configure(settings: ("RequestTimeout", "00:00:10"));
        var first = true;
        using var released = new ManualResetEventSlim();
        Server.On("GET", "/users/a", _ =>
        {
            if (first)
            {
                first = false;
                released.Wait(TimeSpan.FromMinutes(2));
            }

            return Reply.Json(Person);
        });

        Assert.That(await FindAsync(), Is.Not.Null);
        released.Set();
        Assert.That(Server.Requests, Has.Count.EqualTo(2));
    }

    // .NET reports a connection that takes too long, on the system's clock, as a cancellation nobody asked for.
    [Test]
    public async Task Connection_ThatIsNeverCompleted_IsRetriedAndEndsAsUnreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Configure(settings: [("BaseUrl", $"https://{listener.LocalEndpoint}/v1.0"), ("MaxRetries", "1")]);

        Assert.That(await FailureOf(FindAsync), Is.EqualTo(GraphFailure.Unreachable));

        var connections = 0;
        for (; listener.Pending(); connections++)
        {
            using var connection = await listener.AcceptTcpClientAsync();
        }

        Assert.That(connections, Is.EqualTo(2));
    }

    [Test]
    public async Task Cancellation_ByTheCaller_ThrowsOperationCanceled()
    {
        Server.On("GET", "/users/a", _ => Reply.Of(429).With("Retry-After", "60"));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThatAsync(() => Get<GraphDirectory>().FindAsync("a", stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Failure_OfACall_IsLoggedWithDetailsButWithoutNames()
    {
        Server.On(
            "GET", "/users/anna@contoso.nl",
            _ => Reply.Error(403, "Authorization_RequestDenied", "Insufficient privileges for anna@contoso.nl"));

        await FailureOf(() => Get<GraphDirectory>().FindAsync("anna@contoso.nl", default));

        Assert.That(
            Log.All.Single(),
            Does.Contain("person").And.Contain("Denied").And.Contain("403").And.Contain("5a1f9f3e-0001").And.Not.Contain("anna")
                .And.Not.Contain("contoso"));
    }

    [Test]
    public async Task NoToken_FromEntra_IsLoggedWithItsErrorCode()
    {
        Configure(new RefusedCredential());

        Assert.That(await FailureOf(FindAsync), Is.EqualTo(GraphFailure.NoToken));
        Assert.That(Log.All.Single(), Does.Contain("NoToken").And.Contain("AADSTS7000215"));
        Assert.That(Server.Requests, Is.Empty);
    }

    [Test]
    public Task GraphDown_EveryCall_FailsClearly() =>
        AssertEveryCallFailsAsync(
            GraphFailure.Unreachable, ScheduleFailure.GraphDown, () => Configure(settings: ("BaseUrl", "http://127.0.0.1:1/v1.0")));

    [Test]
    public Task NoToken_EveryCall_FailsClearly() =>
        AssertEveryCallFailsAsync(GraphFailure.NoToken, ScheduleFailure.GraphDown, () => Configure(new RefusedCredential()));

    [Test]
    public Task Html_EveryCall_FailsClearly() =>
        AssertEveryCallFailsAsync(GraphFailure.Unreadable, ScheduleFailure.Unreadable, () => AnswerEverything(() => Reply.Html));

    [Test]
    public Task ServerError_EveryCall_FailsClearly() =>
        AssertEveryCallFailsAsync(
            GraphFailure.Unreachable, ScheduleFailure.GraphDown, () => AnswerEverything(() => Reply.Error(500, "InternalServerError")));

    private async Task AssertEveryCallFailsAsync(GraphFailure failure, ScheduleFailure scheduleFailure, Action arrange)
    {
        arrange();
        var events = Get<GraphEvents>();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await FailureOf(async () => await Get<GraphDirectory>().ReadMembersAsync("pool", default).ToListAsync()),
                Is.EqualTo(failure));
            Assert.That(await FailureOf(FindAsync), Is.EqualTo(failure));
            Assert.That(await FailureOf(() => events.CreateAsync(Meetings.Coffee(), default)), Is.EqualTo(failure));
            Assert.That(await FailureOf(() => events.ReadAsync("e", default)), Is.EqualTo(failure));
            Assert.That(await Get<CopilotUsageReport>().ReadAsync(_ => true, default), Is.EqualTo(new UnavailableUsage(failure)));
            Assert.That(await ReadAsync("anna"), Is.EqualTo(new[] { new UnknownSchedule("anna", scheduleFailure) }));
        }
    }

    private void AnswerEverything(Func<Reply> reply)
    {
        (string Method, string Path)[] routes =
        [
            ("GET", "/groups/pool/transitiveMembers/graph.user"), ("GET", "/users/a"), ("POST", "/$batch"), ("GET", CopilotTests.Path),
            ("POST", $"/users/{ServiceMailbox}/events"), ("GET", $"/users/{ServiceMailbox}/events/e"),
        ];
        foreach (var (method, path) in routes)
        {
            Server.On(method, path, _ => reply());
        }
    }

    private Task<DirectoryPerson?> FindAsync() => Get<GraphDirectory>().FindAsync("a", default);
}
