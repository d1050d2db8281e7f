using System.Net;

namespace TeamsConnectBot.Sandbox.Tests.Graph;

/// <summary>Paging and sorting of the sandbox's lists, and the occurrences of a series.</summary>
internal sealed class GraphListTests : GraphContractFixture
{
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
}
