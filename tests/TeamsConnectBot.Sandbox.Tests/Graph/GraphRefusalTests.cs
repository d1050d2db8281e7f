using System.Net;

namespace TeamsConnectBot.Sandbox.Tests.Graph;

/// <summary>What the sandbox's Graph refuses because Graph's public metadata (<c>Contracts/graph.txt</c>) does not have it.</summary>
internal sealed class GraphRefusalTests : GraphContractFixture
{
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

    private async Task RefusesAsync(string method, string path, string? body)
    {
        using var response = await GraphAsync(method, Filled(path), body);

        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), await response.Content.ReadAsStringAsync());
            Assert.That(await ErrorCodeAsync(response), Is.Not.Empty);
        });
    }
}
