using System.Net;
using System.Text.Json;
using TeamsConnectBot.Sandbox.Contracts;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Graph;

/// <summary>
/// Compares the sandbox's Graph with Graph's public metadata (<c>Contracts/graph.txt</c>): what it refuses and what it answers.
/// </summary>
internal sealed class GraphContractTests : SandboxFixture
{
    private const string Window = "startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-04-01T00:00:00Z";

    private static readonly string Weekly = """
        {"subject":"Thee","start":{"dateTime":"2026-03-03T10:00:00","timeZone":"Europe/Amsterdam"},
        "end":{"dateTime":"2026-03-03T10:30:00","timeZone":"Europe/Amsterdam"},
        "recurrence":{"pattern":{"type":"weekly","interval":1,"daysOfWeek":["tuesday"],"firstDayOfWeek":"monday"},
        "range":{"type":"noEnd","startDate":"2026-03-03"}}}
        """;

    private string Mailbox => $"/users/{Server.ServiceMailbox}";

    [TestCase("/users?$select=nonsense")]
    [TestCase("/users?$select=id,nonsense")]
    [TestCase("/users?$expand=nonsense")]
    [TestCase("/users?$expand=manager($select=nonsense)")]
    [TestCase("/users?$orderby=nonsense")]
    [TestCase("/users?$skip=5")]
    [TestCase("/users?$top=0")]
    [TestCase("/users?$top=veel")]
    [TestCase("/users?$nonsense=1")]
    [TestCase("MAILBOX/events?$select=nonsense")]
    [TestCase("MAILBOX/events?$orderby=nonsense")]
    [TestCase("MAILBOX/events?$orderby=subject sideways")]
    [TestCase("MAILBOX/events?$skip=-1")]
    [TestCase("MAILBOX/events?$skip=veel")]
    [TestCase("MAILBOX/calendarView?$top=1001&" + Window)]
    [TestCase("MAILBOX/mailboxSettings?$top=3")]
    public Task Query_NotInSchema_Is400(string path) => RefusesAsync("GET", path, null);

    [TestCase("""{"nonsenseProp":1}""")]
    [TestCase("""{"showAs":"nonsense"}""")]
    [TestCase("""{"subject":5}""")]
    [TestCase("""{"isOnlineMeeting":"yes"}""")]
    [TestCase("""{"attendees":{}}""")]
    [TestCase("""{"attendees":[{"emailAddress":{"adres":"a@b.example"}}]}""")]
    [TestCase("""{"attendees":[{"type":"host","emailAddress":{"address":"a@b.example"}}]}""")]
    [TestCase("""{"reminderMinutesBeforeStart":"15"}""")]
    [TestCase("""
        {"recurrence":{"pattern":{"type":"weekly","interval":1,"daysOfWeek":["vrijdag"]},"range":{"type":"noEnd",
        "startDate":"2026-03-03"}}}
        """)]
    [TestCase("""{"recurrence":{"pattern":{"type":"weekly","interval":1},"range":{"type":"noEnd","startDate":"2026-03-03"}}}""")]
    [TestCase("""
        {"recurrence":{"pattern":{"type":"weekly","interval":0,"daysOfWeek":["friday"]},"range":{"type":"noEnd",
        "startDate":"2026-03-03"}}}
        """)]
    [TestCase("""{"recurrence":{"pattern":{"type":"absoluteMonthly","interval":1},"range":{"type":"noEnd","startDate":"2026-03-03"}}}""")]
    [TestCase("""
        {"recurrence":{"pattern":{"type":"relativeMonthly","interval":1,"daysOfWeek":["friday"],"index":"fifth"},
        "range":{"type":"noEnd","startDate":"2026-03-03"}}}
        """)]
    [TestCase("""
        {"recurrence":{"pattern":{"type":"daily","interval":1},"range":{"type":"endDate","startDate":"2026-03-03","endDate":"3 april"}}}
        """)]
    [TestCase("""{"recurrence":{"pattern":{"type":"daily","interval":1},"range":{"type":"numbered","startDate":"2026-03-03"}}}""")]
    [TestCase("[]")]
    [TestCase("5")]
    public async Task Event_BodyNotInSchema_Is400_AndNoEventIsCreated(string change)
    {
        var body = change[0] == '{' ? Merged(Weekly, change) : change;

        await RefusesAsync("POST", "MAILBOX/events", body);

        Assert.That(Server.Tenant.Calendar.Live, Is.Empty);
    }

    [TestCase("MAILBOX/calendar/getSchedule", """{"schedules":[5]}""")]
    [TestCase("MAILBOX/calendar/getSchedule", """{"schedules":"a@b.example"}""")]
    [TestCase("MAILBOX/calendar/getSchedule", """{"schedules":["a@b.example"],"availabilityViewInterval":"30"}""")]
    [TestCase("USER/checkMemberGroups", """{"groupIds":[5]}""")]
    [TestCase("USER/checkMemberGroups", """{"groupIds":null}""")]
    [TestCase("/communications/getPresencesByUserId", """{"ids":[{}]}""")]
    [TestCase("/subscriptions", """{"resource":5}""")]
    [TestCase("/subscriptions", """{"resurce":"x"}""")]
    [TestCase("/$batch", """{"requests":[{"id":1,"method":"GET","url":"/users"}]}""")]
    [TestCase("/$batch", """{"requests":["GET"]}""")]
    [TestCase("/$batch", """[]""")]
    public Task Action_BodyNotInSchema_Is400(string path, string body) => RefusesAsync("POST", path, body);

    [Test]
    public async Task Skip_SomeEvents_ReturnsTheRest()
    {
        await MakeAsync(7);

        Assert.Multiple(async () =>
        {
            Assert.That(await SubjectsAsync($"{Mailbox}/calendarView?$top=5&$skip=5&{Window}"), Is.EqualTo(new[] { "5", "6" }));
            Assert.That(await SubjectsAsync($"{Mailbox}/calendarView?$top=5&$skip=7&{Window}"), Is.Empty);
            Assert.That(await SubjectsAsync($"{Mailbox}/calendarView?$skip=1000&{Window}"), Is.Empty);
        });
    }

    [Test]
    public async Task NextLink_AfterSkip_ContinuesWhereThePageEnded()
    {
        await MakeAsync(7);

        var page = await GraphJsonAsync("GET", $"{Mailbox}/calendarView?$top=2&$skip=1&{Window}");
        var subjects = new List<string?>(Subjects(page));
        while ((string?)page["@odata.nextLink"] is { } link)
        {
            using var response = await SendAsync("GET", new Uri(link), GraphToken);
            page = await ReadAsync(response);
            subjects.AddRange(Subjects(page));
        }

        Assert.That(subjects, Is.EqualTo(new[] { "1", "2", "3", "4", "5", "6" }));
    }

    [TestCase("subject desc", "6,5,4,3,2,1,0")]
    [TestCase("start/dateTime", "0,1,2,3,4,5,6")]
    [TestCase("end/dateTime desc", "6,5,4,3,2,1,0")]
    public async Task OrderBy_SupportedProperty_OrdersTheList(string order, string subjects)
    {
        await MakeAsync(7);

        Assert.That(await SubjectsAsync($"{Mailbox}/events?$orderby={Uri.EscapeDataString(order)}"), Is.EqualTo(subjects.Split(',')));
    }

    [Test]
    public async Task Series_Numbered_HasThatManyOccurrences()
    {
        await GraphJsonAsync("POST", Mailbox + "/events", Merged(Weekly, """
            {"recurrence":{"pattern":{"type":"weekly","interval":1,"daysOfWeek":["tuesday"]},"range":{"type":"numbered",
            "numberOfOccurrences":3,"startDate":"2026-03-03"}}}
            """));

        Assert.That(await SubjectsAsync($"{Mailbox}/calendarView?{Window}"), Has.Length.EqualTo(3));
    }

    [TestCase(true, "Europe/Amsterdam", HttpStatusCode.OK)]
    [TestCase(true, "Europe/London", HttpStatusCode.BadRequest)]
    [TestCase(false, "Europe/London", HttpStatusCode.OK)]
    public async Task Series_ZoneChanged_IsRefusedOnlyWhenConfigured(bool refuses, string zone, HttpStatusCode status)
    {
        Server.Options.RefusesZoneOfSeries = refuses;
        var id = (string)(await GraphJsonAsync("POST", Mailbox + "/events", Weekly))["id"]!;

        using var response = await GraphAsync("PATCH", $"{Mailbox}/events/{Uri.EscapeDataString(id)}", new JsonObject
        {
            ["start"] = new JsonObject { ["dateTime"] = "2026-03-03T15:00:00", ["timeZone"] = zone },
            ["end"] = new JsonObject { ["dateTime"] = "2026-03-03T15:30:00", ["timeZone"] = zone },
        }.ToJsonString());

        Assert.That(response.StatusCode, Is.EqualTo(status));
    }

    // Without a first day of the week Graph assumes Sunday, so the Sunday after a Wednesday is in the next week.
    [TestCase("", "2026-03-04,2026-03-15,2026-03-18,2026-03-29")]
    [TestCase(",\"firstDayOfWeek\":\"monday\"", "2026-03-04,2026-03-08,2026-03-18,2026-03-22")]
    public async Task Series_EveryOtherWeekOnTwoDays_DependsOnTheFirstDayOfTheWeek(string first, string days)
    {
        await GraphJsonAsync("POST", Mailbox + "/events", Merged(Weekly, $$$"""
            {"start":{"dateTime":"2026-03-04T10:00:00","timeZone":"UTC"},"end":{"dateTime":"2026-03-04T10:30:00","timeZone":"UTC"},
            "recurrence":{"pattern":{"type":"weekly","interval":2,"daysOfWeek":["sunday","wednesday"]{{{first}}} },
            "range":{"type":"noEnd","startDate":"2026-03-04"} } }
            """));

        var view = await GraphJsonAsync("GET", $"{Mailbox}/calendarView?{Window}");

        Assert.That(view["value"]!.AsArray().Select(item => ((string)item!["start"]!["dateTime"]!)[..10]), Is.EqualTo(days.Split(',')));
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Answer_Properties_AreAllInSchema(string method, string path, string type, string? body)
    {
        var answer = await AnswerAsync(method, path, body);

        // Free/busy statuses occur in both cases, as in practice.
        Assert.That(Problems(answer, type).Where(problem => !problem.Path.EndsWith(".status", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("MAILBOX/events/EVENT", "event", "cancelledOccurrences")]
    [TestCase("SUBSCRIPTION", "subscription", "")]
    public async Task Answer_WithoutSelect_HasEveryPropertyOfTheSchema(string path, string type, string onlyWhenSelected)
    {
        var answer = (await AnswerAsync("GET", path, null)).AsObject();

        Assert.That(
            SchemaTable.Graph[type].Properties.Keys.Except(answer.Select(property => property.Key)),
            Is.EquivalentTo(onlyWhenSelected.Split(',', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Test]
    public void Routes_ThatAnswerWithObjects_AreAllCheckedAgainstTheSchema()
    {
        var asked = Answers.Select(answer => (string)answer.Arguments[2]!).ToHashSet();

        Assert.That(Server.GraphRoutes.Select(route => route.Contract?.Answer).OfType<string>().Distinct().Except(asked), Is.Empty);
    }

    private static IEnumerable<TestCaseData> Answers =>
    [
        new("GET", "/users?$expand=manager($select=id)", "user", null),
        new(
            "GET", "/users?$select=id,displayName,accountEnabled,employeeHireDate,department,preferredLanguage,otherMails,skills,city",
            "user", null),
        new("GET", "USER", "user", null),
        new("GET", "USER/manager", "user", null),
        new("GET", "GROUP", "group", null),
        new("GET", "GROUP/owners", "user", null),
        new("GET", "GROUP/members", "user", null),
        new("GET", "MAILBOX/calendar", "calendar", null),
        new("GET", "MAILBOX/calendar?$select=allowedOnlineMeetingProviders,defaultOnlineMeetingProvider", "calendar", null),
        new("GET", "MAILBOX/events", "event", null),
        new("GET", "MAILBOX/events/EVENT", "event", null),
        new("GET", "MAILBOX/events/EVENT?$select=cancelledOccurrences,recurrence", "event", null),
        new("GET", "MAILBOX/events/EVENT/instances?" + Window, "event", null),
        new("GET", "MAILBOX/calendarView?" + Window, "event", null),
        new("PATCH", "MAILBOX/events/EVENT", "event", """
            {"subject":"Koffie","categories":["Team"],"importance":"high","location":{"displayName":"Kantine"}}
            """),
        new("GET", "USER/mailboxSettings", "mailboxSettings", null),
        new("GET", "USER/mailboxSettings/workingHours", "workingHours", null),
        new("GET", "USER/mailboxSettings/language", "localeInfo", null),
        new("GET", "USER/mailboxSettings/automaticRepliesSetting", "automaticRepliesSetting", null),
        new("POST", "MAILBOX/calendar/getSchedule", "scheduleInformation", """
            {"schedules":["ADDRESS","nobody@elsewhere.example"],"startTime":{"dateTime":"2026-03-02T00:00:00","timeZone":"UTC"},
            "endTime":{"dateTime":"2026-03-07T00:00:00","timeZone":"UTC"}}
            """),
        new("GET", "/auditLogs/signIns", "signIn", null),
        new("POST", "/communications/getPresencesByUserId", "presence", """{"ids":["OBJECT"]}"""),
        new("GET", "/admin/reportSettings", "adminReportSettings", null),
        new("GET", "SUBSCRIPTION", "subscription", null),
    ];

    private static IEnumerable<SchemaProblem> Problems(JsonNode answer, string type)
    {
        var check = new SchemaValidator(SchemaTable.Graph, takesUnknown: false);
        var element = JsonSerializer.SerializeToElement(answer);
        Assert.That(element.GetProperty("@odata.context").GetString(), Does.Contain("$metadata#"));
        if (!element.TryGetProperty("value", out var list))
        {
            return check.Problems(element, type);
        }

        Assert.That(list.GetArrayLength(), Is.GreaterThan(0));
        return check.Problems(list, $"Collection({type})");
    }

    private async Task<JsonNode> AnswerAsync(string method, string path, string? body)
    {
        if (path.Contains("EVENT", StringComparison.Ordinal)
            || path.Contains("calendarView", StringComparison.Ordinal)
            || path.EndsWith("/events", StringComparison.Ordinal))
        {
            var id = (string)(await GraphJsonAsync("POST", Mailbox + "/events", Weekly))["id"]!;
            path = path.Replace("EVENT", Uri.EscapeDataString(id), StringComparison.Ordinal);
        }

        if (path.StartsWith("GROUP", StringComparison.Ordinal))
        {
            var people = Server.Tenant.People.All;
            var team = Server.Tenant.Spaces.AddTeam("Team", [people[0]], [people[0], people[1]]);
            path = path.Replace("GROUP", $"/groups/{team.Team!.GroupId}", StringComparison.Ordinal);
        }

        if (path == "SUBSCRIPTION")
        {
            await using var service = await StubService.StartAsync();
            var made = await GraphJsonAsync("POST", "/subscriptions", new JsonObject
            {
                ["resource"] = $"users/{Server.ServiceMailbox}/events",
                ["changeType"] = "updated",
                ["notificationUrl"] = new Uri(service.Url, "/notifications").ToString(),
                ["expirationDateTime"] = "2026-03-03T00:00:00Z",
                ["clientState"] = "geheim",
            });
            path = $"/subscriptions/{made["id"]}";
        }

        using var response = await GraphAsync(method, Filled(path), body is null ? null : Filled(body));
        Assert.That((int)response.StatusCode, Is.InRange(200, 299), await response.Content.ReadAsStringAsync());
        return await ReadAsync(response);
    }

    private string Filled(string text)
    {
        var person = Server.Tenant.People.All.First(someone => Server.Tenant.People.ManagerOf(someone) is not null);
        return text.Replace("MAILBOX", Mailbox, StringComparison.Ordinal)
            .Replace("USER", $"/users/{person.ObjectId}", StringComparison.Ordinal)
            .Replace("ADDRESS", person.Mail, StringComparison.Ordinal)
            .Replace("OBJECT", person.ObjectId.ToString(), StringComparison.Ordinal);
    }

    private async Task RefusesAsync(string method, string path, string? body)
    {
        using var response = await GraphAsync(method, Filled(path), body);

        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), await response.Content.ReadAsStringAsync());
            Assert.That(await ErrorCodeAsync(response), Is.Not.Empty);
        });
    }

    private async Task MakeAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await GraphJsonAsync("POST", Mailbox + "/events", $$$"""
                {"subject":"{{{number}}}","start":{"dateTime":"2026-03-0{{{number + 1}}}T10:00:00","timeZone":"UTC"},
                "end":{"dateTime":"2026-03-0{{{number + 1}}}T10:30:00","timeZone":"UTC"}}
                """);
        }
    }

    private async Task<string?[]> SubjectsAsync(string path) => Subjects(await GraphJsonAsync("GET", path));

    private static string?[] Subjects(JsonNode page) => [.. page["value"]!.AsArray().Select(item => (string?)item!["subject"])];

    private static string Merged(string body, string change)
    {
        var merged = JsonNode.Parse(body)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            merged[name] = value?.DeepClone();
        }

        return merged.ToJsonString();
    }
}
