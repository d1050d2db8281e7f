using System.Collections.Concurrent;
using System.Diagnostics;
using TeamsConnectBot.Graph.Schedules;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>How many people go into a request, and what happens when part of it fails.</summary>
internal sealed class ScheduleBatchingTests : ScheduleFixture
{
    [Test]
    public async Task Read_400People_IsOneRequest()
    {
        AnswerEach(Free);

        var answers = await ReadAsync(People(400));

        Assert.That(answers.OfType<KnownSchedule>().Select(a => a.PersonId), Is.EquivalentTo(People(400)));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
        Assert.That(Server.Requests.Single().Json["requests"]!.AsArray(), Has.Count.EqualTo(20));
    }

    [Test]
    public async Task Read_401People_IsTwoRequests()
    {
        AnswerEach(Free);

        Assert.That(await ReadAsync(People(401)), Has.Count.EqualTo(401));
        Assert.That(Server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Part_OfABatch_IsRequestedFromTheServiceMailboxInUtc()
    {
        AnswerEach(Free);

        await ReadAsync("anna");

        var part = Server.Requests.Single().Json["requests"]![0]!;
        Assert.That(part["url"]!.GetValue<string>(), Is.EqualTo("/users/coffee%40contoso.nl/calendar/getSchedule"));
        Assert.That(part["headers"]!["Content-Type"]!.GetValue<string>(), Is.EqualTo("application/json"));
        Assert.That(part["headers"]!["Prefer"]!.GetValue<string>(), Is.EqualTo("outlook.timezone=\"UTC\""));
        Assert.That(part["body"]!.ToJsonString(), Is.EqualTo(
            """{"schedules":["anna@contoso.nl"],"startTime":{"dateTime":"2026-01-12T00:00:00","timeZone":"UTC"}"""
            + ""","endTime":{"dateTime":"2026-01-19T00:00:00","timeZone":"UTC"},"availabilityViewInterval":15}"""));
    }

    [Test]
    public async Task Answers_InAnotherOrderAndAnotherCase_ReachTheRightPeople()
    {
        Configure(settings: ("SchedulesPerRequest", "2"));
        Server.OnBatch(part => Ok([.. MailboxesOf(part).Reverse().Select(m => BusyFrom(m.ToUpperInvariant(), m[0] - 'a'))]));

        var answers = await ReadAsync("a", "b", "c", "d", "e");

        Assert.That(
            answers.Cast<KnownSchedule>().OrderBy(a => a.PersonId, StringComparer.Ordinal).Select(a => a.Busy.Single().Start),
            Is.EqualTo(Enumerable.Range(0, 5).Select(h => At(12, h))));
    }

    [Test]
    public async Task Person_WithoutAnAddress_IsNotRequested()
    {
        var answers = await Get<GraphSchedules>()
            .ReadAsync([new MailboxRequest("anna", null), new MailboxRequest("bas", " ")], Week, default).ToListAsync();

        Assert.That(
            answers,
            Is.EqualTo(
                new[] { new UnknownSchedule("anna", ScheduleFailure.NoMailbox), new UnknownSchedule("bas", ScheduleFailure.NoMailbox) }));
        Assert.That(Server.Requests, Is.Empty);
    }

    [Test]
    public async Task Person_WithoutAMailbox_DoesNotAffectTheOthers()
    {
        AnswerEach(m => m.StartsWith("bas", StringComparison.Ordinal)
            ? new JsonObject { ["scheduleId"] = m, ["error"] = new JsonObject { ["responseCode"] = "ErrorMailRecipientNotFound" } }
            : Free(m));

        var answers = await ReadAsync("anna", "bas", "carla");

        Assert.That(answers.OfType<UnknownSchedule>(), Is.EqualTo(new[] { new UnknownSchedule("bas", ScheduleFailure.NoMailbox) }));
        Assert.That(answers.OfType<KnownSchedule>().Select(a => a.PersonId), Is.EquivalentTo(new[] { "anna", "carla" }));
    }

    [Test]
    public async Task Person_MissingFromTheResponse_IsUnknown()
    {
        Server.OnBatch(part => Ok(Free(MailboxesOf(part)[0])));

        Assert.That(
            (await ReadAsync("anna", "bas")).OfType<UnknownSchedule>(),
            Is.EqualTo(new[] { new UnknownSchedule("bas", ScheduleFailure.Unreadable) }));
    }

    [Test]
    public async Task People_WhoShareAnAddress_ShareItsAnswer()
    {
        AnswerEach(Free);

        var answers = await Get<GraphSchedules>()
            .ReadAsync(
                [new MailboxRequest("anna", "team@contoso.nl"), new MailboxRequest("bas", "Team@contoso.nl")], Week, default).ToListAsync();

        Assert.That(answers.OfType<KnownSchedule>().Select(a => a.PersonId), Is.EquivalentTo(new[] { "anna", "bas" }));
        Assert.That(MailboxesOf(Server.Requests.Single().Json["requests"]![0]!.AsObject()), Has.Count.EqualTo(1));
    }

    [TestCase("0.12")]
    [TestCase("0")]
    public async Task Part_Throttled_IsRetriedAloneAfterItsOwnDelay(string retryAfter)
    {
        Configure(settings: ("SchedulesPerRequest", "1"));
        var asked = new ConcurrentDictionary<string, int>();
        Server.OnBatch(part => asked.AddOrUpdate(MailboxesOf(part)[0], 1, (_, n) => n + 1) == 1 && MailboxesOf(part)[0].StartsWith('b')
            ? Problem(429, "TooManyRequests", retryAfter)
            : Ok(Free(MailboxesOf(part)[0])));

        var watch = Stopwatch.StartNew();
        var answers = await ReadAsync("a", "b", "c");

        Assert.That(answers, Has.All.TypeOf<KnownSchedule>());
        Assert.That(asked.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Value), Is.EqualTo(new[] { 1, 2, 1 }));
        Assert.That(
            watch.Elapsed,
            Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(double.Parse(retryAfter, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Test]
    public async Task Part_ThrottledOnEveryRetry_LeavesItsPeopleUnknown()
    {
        Server.OnBatch(_ => Problem(429, "TooManyRequests", "0"));

        Assert.That(await ReadAsync("anna"), Is.EqualTo(new[] { new UnknownSchedule("anna", ScheduleFailure.Throttled) }));
        Assert.That(Server.Requests, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task Part_WithTooLongARetryAfter_IsNotRetried()
    {
        Server.OnBatch(_ => Problem(429, "TooManyRequests", "600"));

        Assert.That(await ReadAsync("anna"), Is.EqualTo(new[] { new UnknownSchedule("anna", ScheduleFailure.Throttled) }));
    }

    [Test]
    public async Task Part_WithOneFailingMailbox_IsSplitUntilOnlyThatOneIsUnknown()
    {
        Server.OnBatch(
            part => MailboxesOf(part).Contains("p13@contoso.nl") ? Problem(400, "5006") : Ok([.. MailboxesOf(part).Select(Free)]));

        var answers = await ReadAsync(People(20));

        Assert.That(answers.OfType<UnknownSchedule>(), Is.EqualTo(new[] { new UnknownSchedule("p13", ScheduleFailure.TooMany) }));
        Assert.That(answers.OfType<KnownSchedule>().Count(), Is.EqualTo(19));
    }

    [Test]
    public async Task Parts_ThatAllFail_AreNotSplitForEver()
    {
        Server.OnBatch(_ => Problem(400, "BadRequest"));

        var answers = await ReadAsync(People(200));

        Assert.That(answers, Has.Count.EqualTo(200).And.All.TypeOf<UnknownSchedule>());
        Assert.That(Server.Requests.Sum(r => r.Json["requests"]!.AsArray().Count), Is.LessThanOrEqualTo(10 + (2 * 16)));
    }

    [TestCase(403, ScheduleFailure.NoAccess)]
    [TestCase(404, ScheduleFailure.NoAccess)]
    public async Task Part_RefusedForTheServiceMailbox_IsNotSplit(int status, ScheduleFailure reason)
    {
        Server.OnBatch(_ => Problem(status, "ErrorAccessDenied"));

        Assert.That(
            await ReadAsync("anna", "bas"), Is.EqualTo(new[] { new UnknownSchedule("anna", reason), new UnknownSchedule("bas", reason) }));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("[]")]
    [TestCase("""{"responses":"none"}""")]
    [TestCase("{")]
    public async Task Batch_OfTheWrongShape_LeavesEverybodyUnknown(string body)
    {
        Server.On("POST", "/$batch", _ => Reply.Json(body));

        Assert.That(await ReadAsync("anna"), Is.EqualTo(new[] { new UnknownSchedule("anna", ScheduleFailure.Unreadable) }));
    }

    [Test]
    public async Task Batch_WithAMissingPart_RetriesThatPart()
    {
        const string Answered =
            """{"responses":[{"id":"0","status":200,"body":{"value":[{"scheduleId":"anna@contoso.nl","scheduleItems":[]}]}}]}""";
        Server.OnSequence("POST", "/$batch", Reply.Json("""{"responses":[]}"""), Reply.Json(Answered));

        Assert.That(await ReadAsync("anna"), Has.All.TypeOf<KnownSchedule>());
    }

    [TestCase(0)]
    [TestCase(62)]
    public void Window_OutsideGraphsLimits_Throws(int days)
    {
        var start = At(12, 0);
        var window = new Interval(start, start + Duration.FromDays(days));

        Assert.That(() => Get<GraphSchedules>().ReadAsync([], window, default), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static string[] People(int count) => [.. Enumerable.Range(0, count).Select(i => $"p{i}")];

    private static JsonObject BusyFrom(string mailbox, int hour) => new()
    {
        ["scheduleId"] = mailbox,
        ["scheduleItems"] = new JsonArray(new JsonObject
        {
            ["status"] = "busy",
            ["start"] = Time($"2026-01-12T{hour:00}:00:00.0000000"),
            ["end"] = Time($"2026-01-12T{hour:00}:30:00.0000000"),
        }),
    };

    private static JsonObject Time(string dateTime) => new() { ["dateTime"] = dateTime, ["timeZone"] = "UTC" };
}
