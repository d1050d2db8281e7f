using System.Net;
using TeamsConnectBot.Sandbox.Graph;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Graph;

internal sealed class SandboxEventTests : SandboxFixture
{
    private static readonly Instant Ten = Instant.FromUtc(2026, 3, 3, 9, 0);

    private string Events => $"/users/{Server.ServiceMailbox}/events";

    private Person Ada => Server.Tenant.People.All[1];

    private Person Bo => Server.Tenant.People.All[2];

    [Test]
    public async Task Event_Created_IsInBothCalendars_AndUnanswered()
    {
        var made = await CreateAsync();
        var inCalendar = new[] { Ada, Bo }.Select(person => ServiceItems(person).Single());

        Assert.Multiple(() =>
        {
            Assert.That((string?)made["start"]!["dateTime"], Is.EqualTo("2026-03-03T09:00:00.0000000"));
            Assert.That((string?)made["onlineMeeting"]!["joinUrl"], Does.StartWith("https://teams.microsoft.com/l/meetup-join/"));
            Assert.That(made["attendees"]!.AsArray().Select(attendee => (string?)attendee!["status"]!["response"]), Is.All.EqualTo("none"));
            Assert.That(inCalendar.Select(item => item.Event!.Id), Is.All.EqualTo((string?)made["id"]));
        });
    }

    [TestCase(DuplicateTransaction.Created, HttpStatusCode.Created)]
    [TestCase(DuplicateTransaction.Ok, HttpStatusCode.OK)]
    [TestCase(DuplicateTransaction.Conflict, HttpStatusCode.Conflict)]
    public async Task Event_SameTransactionTwice_IsCreatedOnce(DuplicateTransaction answer, HttpStatusCode status)
    {
        Server.Options.DuplicateTransaction = answer;
        var first = await CreateAsync();

        using var second = await GraphAsync("POST", Events, Body().ToJsonString());

        Assert.Multiple(async () =>
        {
            Assert.That(second.StatusCode, Is.EqualTo(status));
            Assert.That(Server.Tenant.Calendar.Created, Is.EqualTo(1));
            if (answer != DuplicateTransaction.Conflict)
            {
                Assert.That((string?)(await ReadAsync(second))["id"], Is.EqualTo((string?)first["id"]));
            }
        });
    }

    [Test]
    public async Task Event_InAnotherMailbox_Is403()
    {
        using var response = await GraphAsync("POST", $"/users/{Ada.Mail}/events", Body().ToJsonString());

        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await ErrorCodeAsync(response), Is.EqualTo("ErrorAccessDenied"));
            Assert.That(Server.Tenant.Calendar.Live, Is.Empty);
        });
    }

    [Test]
    public async Task Event_MovedByPatch_ClearsAllAnswers()
    {
        var id = (string)(await CreateAsync())["id"]!;
        await Server.Tenant.Outlook.AcceptEventAsync(Ada, id);

        var changed = await GraphJsonAsync("PATCH", $"{Events}/{Uri.EscapeDataString(id)}", """
            {"start":{"dateTime":"2026-03-04T10:00:00","timeZone":"Europe/Amsterdam"},
            "end":{"dateTime":"2026-03-04T10:20:00","timeZone":"Europe/Amsterdam"}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That((string?)changed["start"]!["dateTime"], Is.EqualTo("2026-03-04T09:00:00.0000000"));
            Assert.That(
                changed["attendees"]!.AsArray().Select(attendee => (string?)attendee!["status"]!["response"]), Is.All.EqualTo("none"));
            Assert.That((string?)changed["subject"], Is.EqualTo("Koffie"));
        });
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Event_BodyChangedByPatch_StaysOnlineOnlyWithItsLink(bool keepsLink)
    {
        var made = await CreateAsync();
        var body = (string)made["body"]!["content"]!;
        Assert.That(body, Does.StartWith("Neem iets mee").And.Contain((string)made["onlineMeeting"]!["joinUrl"]!));

        var text = new JsonObject { ["contentType"] = "text", ["content"] = keepsLink ? body + "." : "Neem iets mee." };
        var patch = new JsonObject { ["body"] = text };
        var changed = await GraphJsonAsync("PATCH", $"{Events}/{Uri.EscapeDataString((string)made["id"]!)}", patch.ToJsonString());

        Assert.Multiple(() =>
        {
            Assert.That((bool)changed["isOnlineMeeting"]!, Is.EqualTo(keepsLink));
            Assert.That(changed["onlineMeeting"] is null, Is.EqualTo(!keepsLink));
        });
    }

    [Test]
    public async Task Event_AttendeesAloneChangedByPatch_MailsOnlyThoseWhoAreNewOrGone()
    {
        var cy = Server.Tenant.People.All[3];
        var path = $"{Events}/{Uri.EscapeDataString((string)(await CreateAsync())["id"]!)}";
        Assert.That(Mails(), Is.EqualTo(new[] { (Ada.Mail, MeetingMailKind.Invitation), (Bo.Mail, MeetingMailKind.Invitation) }));

        await GraphJsonAsync("PATCH", path, new JsonObject { ["attendees"] = new JsonArray(Attendee(Ada), Attendee(cy)) }.ToJsonString());
        Assert.That(Mails().Skip(2), Is.EqualTo(new[] { (Bo.Mail, MeetingMailKind.Cancellation), (cy.Mail, MeetingMailKind.Invitation) }));

        await GraphJsonAsync("PATCH", path, """{"subject":"Thee"}""");
        Assert.That(Mails().Skip(4), Is.EqualTo(new[] { (Ada.Mail, MeetingMailKind.Update), (cy.Mail, MeetingMailKind.Update) }));

        using var ended = await GraphAsync("DELETE", path);
        Assert.That(
            Mails().Skip(6), Is.EqualTo(new[] { (Ada.Mail, MeetingMailKind.Cancellation), (cy.Mail, MeetingMailKind.Cancellation) }));
    }

    [TestCase("DELETE", "", HttpStatusCode.NoContent)]
    [TestCase("POST", "/cancel", HttpStatusCode.Accepted)]
    public async Task Event_DeletedOrCancelledByOrganiser_IsGoneFromAllCalendars(string method, string suffix, HttpStatusCode status)
    {
        var path = $"{Events}/{Uri.EscapeDataString((string)(await CreateAsync())["id"]!)}";

        using var ended = await GraphAsync(method, path + suffix);
        using var after = await GraphAsync("GET", path);

        Assert.Multiple(() =>
        {
            Assert.That(ended.StatusCode, Is.EqualTo(status));
            Assert.That(after.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(ServiceItems(Ada), Is.Empty);
        });
    }

    [Test]
    public async Task Event_DeclinedInOutlook_IsVisibleToOrganiser()
    {
        var id = (string)(await CreateAsync())["id"]!;

        await Server.Tenant.Outlook.DeclineEventAsync(Ada, id);
        var read = await GraphJsonAsync("GET", $"{Events}/{Uri.EscapeDataString(id)}?$select=id,attendees");

        Assert.That(
            read["attendees"]!.AsArray().Select(attendee => (string?)attendee!["status"]!["response"]),
            Is.EqualTo(new[] { "declined", "none" }));
    }

    [Test]
    public async Task Event_DeletedByAttendee_LeavesTheirCalendar_AndIsDeclined()
    {
        var id = (string)(await CreateAsync())["id"]!;

        await Server.Tenant.Outlook.DeleteEventAsync(Ada, id);
        var read = await GraphJsonAsync("GET", $"{Events}/{Uri.EscapeDataString(id)}");

        Assert.Multiple(() =>
        {
            Assert.That(ServiceItems(Ada), Is.Empty);
            Assert.That(ServiceItems(Bo), Has.Count.EqualTo(1));
            Assert.That((string?)read["attendees"]![0]!["status"]!["response"], Is.EqualTo("declined"));
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Event_MovedInOutlook_IsAProposalOnlyWhenAllowed(bool proposals)
    {
        var id = (string)(await CreateAsync(proposals))["id"]!;

        await Server.Tenant.Outlook.MoveEventAsync(Ada, id, Ten + Duration.FromHours(2));
        var read = await GraphJsonAsync("GET", $"{Events}/{Uri.EscapeDataString(id)}");

        Assert.Multiple(() =>
        {
            Assert.That(
                (string?)read["start"]!["dateTime"], Is.EqualTo(proposals ? "2026-03-03T09:00:00.0000000" : "2026-03-03T11:00:00.0000000"));
            Assert.That(
                (string?)read["attendees"]![0]!["proposedNewTime"]?["start"]!["dateTime"],
                Is.EqualTo(proposals ? "2026-03-03T11:00:00.0000000" : null));
        });
    }

    [Test]
    public async Task Event_Accepted_IsBusyInSchedule()
    {
        var id = (string)(await CreateAsync())["id"]!;
        await Server.Tenant.Outlook.AcceptEventAsync(Ada, id);

        Assert.That(ServiceItems(Ada).Single().Status, Is.EqualTo(BusyStatus.Busy));
    }

    [Test]
    public async Task CalendarView_AroundTheEvent_HasItsTransactionId()
    {
        await CreateAsync();

        const string Window = "startDateTime=2026-03-03T00:00:00Z&endDateTime=2026-03-04T00:00:00%2B01:00";
        var view = await GraphJsonAsync("GET", $"/users/{Server.ServiceMailbox}/calendarView?{Window}&$select=transactionId");

        Assert.That(view["value"]!.AsArray().Select(item => (string?)item!["transactionId"]), Is.EqualTo(new[] { "t-1" }));
    }

    [TestCase("""{"subject":"x"}""")]
    [TestCase("""
        {"start":{"dateTime":"2026-03-03T09:00:00","timeZone":"Nowhere"},"end":{"dateTime":"2026-03-03T10:00:00","timeZone":"UTC"}}
        """)]
    [TestCase("""
        {"start":{"dateTime":"2026-03-03T09:00:00","timeZone":"UTC"},"end":{"dateTime":"2026-03-03T08:00:00","timeZone":"UTC"}}
        """)]
    public async Task Event_InvalidTimes_Is400(string body)
    {
        using var response = await GraphAsync("POST", Events, body);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private IEnumerable<(string? To, MeetingMailKind Kind)> Mails() =>
        Server.Tenant.Mails.Sent.Select(mail => ((string?)mail.To, mail.Kind));

    private IReadOnlyList<CalendarItem> ServiceItems(Person person) =>
    [
        .. Server.Tenant.Calendar.EventsOf(person, Ten - Duration.FromDays(1), Ten + Duration.FromDays(3))
            .Where(item => item.Event is not null),
    ];

    private Task<JsonNode> CreateAsync(bool proposals = false) => GraphJsonAsync("POST", Events, Body(proposals).ToJsonString());

    private JsonObject Body(bool proposals = false) => new()
    {
        ["subject"] = "Koffie",
        ["body"] = new JsonObject { ["contentType"] = "text", ["content"] = "Neem iets mee" },
        ["start"] = new JsonObject { ["dateTime"] = "2026-03-03T10:00:00", ["timeZone"] = "W. Europe Standard Time" },
        ["end"] = new JsonObject { ["dateTime"] = "2026-03-03T10:20:00", ["timeZone"] = "W. Europe Standard Time" },
        ["attendees"] = new JsonArray(Attendee(Ada), Attendee(Bo)),
        ["isOnlineMeeting"] = true,
        ["onlineMeetingProvider"] = "teamsForBusiness",
        ["allowNewTimeProposals"] = proposals,
        ["transactionId"] = "t-1",
    };

    private static JsonObject Attendee(Person person) =>
        new() { ["type"] = "required", ["emailAddress"] = new JsonObject { ["address"] = person.Mail, ["name"] = person.Name } };
}
