using System.Text.Json;
using TeamsConnectBot.Sandbox.Contracts;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Graph;

/// <summary>Compares what the sandbox's Graph answers with Graph's public metadata (<c>Contracts/graph.txt</c>).</summary>
internal sealed class GraphContractTests : GraphContractFixture
{
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
}
