using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Tests.Graph;

internal sealed class EventTests : GraphFixture
{
    private const string Events = $"/users/{ServiceMailbox}/events";
    private const string CreatedJson =
        """{"id":"AAMk/1+x=","transactionId":"connection-7","onlineMeeting":{"joinUrl":"https://teams.example/l/1"}}""";

    [Test]
    public async Task Create_Online_RequestsAPrivateTeamsMeetingWithoutResponses()
    {
        Server.On("POST", Events, _ => Reply.Json(CreatedJson, 201));

        var created = await Get<GraphEvents>().CreateAsync(Meetings.Coffee(), default);

        Assert.That(created, Is.EqualTo(new CreatedEvent("AAMk/1+x=", "https://teams.example/l/1")));
        var sent = Server.Requests.Single().Json;
        Assert.That(JsonNode.DeepEquals(sent, JsonNode.Parse("""
            {"@odata.type":"#microsoft.graph.event","transactionId":"connection-7","subject":"Koffie",
             "body":{"contentType":"text","content":"Twintig minuten, in werktijd."},
             "start":{"dateTime":"2026-01-15T14:30:00","timeZone":"W. Europe Standard Time"},
             "end":{"dateTime":"2026-01-15T14:50:00","timeZone":"W. Europe Standard Time"},
             "attendees":[{"@odata.type":"#microsoft.graph.attendee","type":"required",
                           "emailAddress":{"address":"anna@contoso.nl","name":"Anna de Vries"}},
                          {"@odata.type":"#microsoft.graph.attendee","type":"required",
                           "emailAddress":{"address":"bas@contoso.nl","name":"Bas Jansen"}}],
             "sensitivity":"private","showAs":"busy","responseRequested":false,"allowNewTimeProposals":false,
             "hideAttendees":false,"isReminderOn":false,
             "isOnlineMeeting":true,"onlineMeetingProvider":"teamsForBusiness"}
            """)), sent.ToJsonString());
    }

    [Test]
    public async Task Create_InPerson_NamesThePlaceAndIsNotOnline()
    {
        Server.On("POST", Events, _ => Reply.Json("""{"id":"e"}""", 201));

        var created = await Get<GraphEvents>().CreateAsync(Meetings.Coffee("Koffiebar, begane grond"), default);

        var sent = Server.Requests.Single().Json;
        Assert.That(sent["location"]!["displayName"]!.GetValue<string>(), Is.EqualTo("Koffiebar, begane grond"));
        Assert.That(sent.ContainsKey("isOnlineMeeting") || sent.ContainsKey("onlineMeetingProvider"), Is.False);
        Assert.That(created.JoinUrl, Is.Null);
    }

    // Exchange knows few IANA names, so a zone without a Windows name is sent as UTC.
    [TestCase("Europe/Amsterdam", "2026-01-15T14:30:00", "W. Europe Standard Time")]
    [TestCase("Asia/Kolkata", "2026-01-15T19:00:00", "India Standard Time")]
    [TestCase("Antarctica/Troll", "2026-01-15T13:30:00", "UTC")]
    public async Task Create_InAZone_SendsItsWindowsName(string zone, string dateTime, string name)
    {
        Server.On("POST", Events, _ => Reply.Json("""{"id":"e"}""", 201));

        await Get<GraphEvents>().CreateAsync(Meetings.Coffee() with { Zone = DateTimeZoneProviders.Tzdb[zone] }, default);

        var start = Server.Requests.Single().Json["start"]!;
        Assert.That((start["dateTime"]!.GetValue<string>(), start["timeZone"]!.GetValue<string>()), Is.EqualTo((dateTime, name)));
    }

    [Test]
    public async Task Create_ResponseLost_IsRetriedWithTheSameTransactionId()
    {
        Server.OnSequence("POST", Events, Reply.Broken, Reply.Of(503), Reply.Json(CreatedJson, 200));

        var created = await Get<GraphEvents>().CreateAsync(Meetings.Coffee(), default);

        Assert.That(created.Id, Is.EqualTo("AAMk/1+x="));
        Assert.That(Server.Requests.Select(r => r.Body).Distinct().Count(), Is.EqualTo(1));
        Assert.That(Server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Create_Conflict_FindsTheExistingEvent()
    {
        Server.On("POST", Events, _ => Reply.Error(409, "ErrorDuplicateTransactionId"));
        var found = $$"""{"value":[{"id":"other","transactionId":"connection-6"},{{CreatedJson}}]}""";
        Server.On("GET", $"/users/{ServiceMailbox}/calendarView", _ => Reply.Json(found));

        var created = await Get<GraphEvents>().CreateAsync(Meetings.Coffee(), default);

        Assert.That(created, Is.EqualTo(new CreatedEvent("AAMk/1+x=", "https://teams.example/l/1")));
        Assert.That(
            Uri.UnescapeDataString(Server.Requests.Last().Query),
            Does.Contain("startDateTime=2026-01-15T13:30:00Z").And.Contain("endDateTime=2026-01-15T13:50:00Z"));
    }

    [Test]
    public async Task Create_ConflictWithoutExistingEvent_IsRejected()
    {
        Server.On("POST", Events, _ => Reply.Error(409, "ErrorDuplicateTransactionId"));
        Server.On("GET", $"/users/{ServiceMailbox}/calendarView", _ => Reply.Json("""{"value":[]}"""));

        Assert.That(await FailureOf(() => Get<GraphEvents>().CreateAsync(Meetings.Coffee(), default)), Is.EqualTo(GraphFailure.Rejected));
    }

    [TestCase("""{"id":7}""")]
    [TestCase("""{}""")]
    [TestCase("""[]""")]
    public async Task Create_AnsweredWithNonsense_IsUnreadable(string body)
    {
        Server.On("POST", Events, _ => Reply.Json(body, 201));

        Assert.That(await FailureOf(() => Get<GraphEvents>().CreateAsync(Meetings.Coffee(), default)), Is.EqualTo(GraphFailure.Unreadable));
    }

    [Test]
    public async Task Read_AnEvent_GivesTimesAndWhoDeclined()
    {
        Server.On("GET", $"{Events}/e", _ => Reply.Json("""
            {"id":"e","isCancelled":false,"start":{"dateTime":"2026-01-15T13:30:00.0000000","timeZone":"UTC"},
             "end":{"dateTime":"2026-01-15T13:50:00.0000000","timeZone":"UTC"},
             "attendees":[{"type":"required","status":{"response":"Declined","time":"2026-01-14T08:00:00Z"},
                           "emailAddress":{"address":"anna@contoso.nl"}},
                          {"status":{"response":"tentativelyAccepted"},"emailAddress":{"address":"bas@contoso.nl"}},
                          {"status":{"response":"notResponded"},"emailAddress":{"address":"carla@contoso.nl"}}]}
            """));

        var view = await Get<GraphEvents>().ReadAsync("e", default);

        Assert.That(view!.Start, Is.EqualTo(Instant.FromUtc(2026, 1, 15, 13, 30)));
        Assert.That(view.IsCancelled, Is.False);
        Assert.That(view.Declined, Is.EqualTo(new[] { new EventDecline("anna@contoso.nl", Instant.FromUtc(2026, 1, 14, 8, 0)) }));
    }

    [Test]
    public async Task Read_AnIdWithReservedCharacters_IsEscaped()
    {
        Server.On("GET", $"{Events}/AAMk%2F1+x=", _ => Reply.Of(404));

        Assert.That(await Get<GraphEvents>().ReadAsync("AAMk/1+x=", default), Is.Null);
    }

    [TestCase(404)]
    [TestCase(410)]
    public async Task DeletedEvent_ReadIsNullMoveIsFalseAndCancelSucceeds(int status)
    {
        foreach (var method in new[] { "GET", "PATCH", "DELETE" })
        {
            Server.On(method, $"{Events}/e", _ => Reply.Error(status, "ErrorItemNotFound"));
        }

        var events = Get<GraphEvents>();
        Assert.That(await events.ReadAsync("e", default), Is.Null);
        Assert.That(await events.MoveAsync("e", Meetings.Coffee().Start, Meetings.Coffee().End, Meetings.Amsterdam, default), Is.False);
        await events.CancelAsync("e", default);
        Assert.That(Log.All, Is.Empty);
    }

    [Test]
    public async Task Move_ChangesTheTimesAndNothingElse()
    {
        Server.On("PATCH", $"{Events}/e", _ => Reply.Json("""{"id":"e"}"""));

        Assert.That(
            await Get<GraphEvents>().MoveAsync("e", Meetings.Coffee().Start, Meetings.Coffee().End, Meetings.Amsterdam, default), Is.True);
        Assert.That(Server.Requests.Single().Json.Select(p => p.Key), Is.EquivalentTo(new[] { "@odata.type", "start", "end" }));
    }

    [Test]
    public async Task Cancel_AnEvent_DeletesIt()
    {
        Server.On("DELETE", $"{Events}/e", _ => Reply.Of(204));

        await Get<GraphEvents>().CancelAsync("e", default);

        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Write_ToAMailboxThatIsNotOurs_IsDenied()
    {
        Server.On("DELETE", $"{Events}/e", _ => Reply.Error(403, "ErrorAccessDenied"));

        Assert.That(await FailureOf(() => Get<GraphEvents>().CancelAsync("e", default)), Is.EqualTo(GraphFailure.Denied));
    }
}
