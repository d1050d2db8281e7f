using System.Globalization;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>Every list is read by following links until a page has none; an endless list is a clear error.</summary>
internal sealed class PagingTests : GraphFixture
{
    private const string View = $"/users/{ServiceMailbox}/calendarView";
    private static readonly Instant From = Instant.FromUtc(2026, 1, 15, 0, 0);

    [Test]
    public async Task Events_ShortAndEmptyPagesWithALink_AreNotTheEnd()
    {
        Server.On("GET", View, request => PageOf(request) switch
        {
            0 => Page(View, 1, Event("a")),
            1 => Page(View, 2),
            2 => Page(View, 3, Event("b"), Event("c")),
            _ => Page(View, null, Event("d")),
        });

        var read = await ReadEventsAsync();

        Assert.That(read.Keys, Is.EquivalentTo(new[] { "a", "b", "c", "d" }));
        Assert.That(Server.Requests.Select(request => request.Header("Prefer")), Is.All.EqualTo("outlook.timezone=\"UTC\""));
        Assert.That(Server.Requests.Select(request => Uri.UnescapeDataString(request.Query)), Has.None.Contains("$skip="));
    }

    [Test]
    public async Task Events_PageRepeatedUnderAnotherLink_IsAClearError()
    {
        Server.On("GET", View, request => Page(View, PageOf(request) + 1, Event("a"), Event("b")));

        var failure = await Assert.ThrowsAsync<GraphUnavailableException>(ReadEventsAsync);

        Assert.That(failure!.Message, Does.Contain("read coming events").And.Contain("a page came twice"));
        Assert.That(string.Join("\n", Log.All), Does.Contain("a page came twice"));
        Assert.That(Server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Events_LinkThatRepeats_IsAClearError()
    {
        Server.On("GET", View, request => Page(View, 1, Event($"e{Server.Requests.Count}")));

        var failure = await Assert.ThrowsAsync<GraphUnavailableException>(ReadEventsAsync);

        Assert.That(failure!.Message, Does.Contain("leads nowhere new"));
        Assert.That(Server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Events_EndlessEmptyPages_EndWithAnError()
    {
        Server.On("GET", View, request => Page(View, PageOf(request) + 1));

        var failure = await Assert.ThrowsAsync<GraphUnavailableException>(ReadEventsAsync);

        Assert.That(failure!.Message, Does.Contain("leads nowhere new"));
        Assert.That(Server.Requests, Has.Count.LessThan(200));
    }

    [Test]
    public async Task Create_ConflictWithAnEventOnALaterPage_FindsIt()
    {
        Server.On("POST", $"/users/{ServiceMailbox}/events", _ => Reply.Error(409, "ErrorDuplicateTransactionId"));
        Server.On("GET", View, request => PageOf(request) == 0
            ? Page(View, 1, Event("other"))
            : Page(View, null, $$"""{ "id":"mine","transactionId":"{{Meetings.Coffee().TransactionId}}" }"""));

        Assert.That((await Get<GraphEvents>().CreateAsync(Meetings.Coffee(), default)).Id, Is.EqualTo("mine"));
    }

    [Test]
    public async Task Search_ShortPagesWithALink_ContinuesToTenResults()
    {
        Server.On(
            "GET", "/users", request => Page("/users", PageOf(request) + 1, [.. Enumerable.Range(PageOf(request) * 4, 4).Select(Person)]));

        Assert.That(await Get<ColleagueSearch>().SearchAsync("An", default), Has.Count.EqualTo(10));
        Assert.That(Server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Managers_BatchPartWithALink_IsReadToTheEnd()
    {
        const string Members = "/groups/pool/transitiveMembers/graph.user";
        Server.On("GET", Members, _ => Page(Members, null, Person(0), Person(1)));
        Server.OnBatch(_ => new JsonObject
        {
            ["status"] = 200,
            ["body"] = JsonNode.Parse($$"""
                {"value":[{"id":"p0","manager":{"id":"boss"} }],"@odata.nextLink":"{{Server.Root}}/users?page=1"}
                """),
        });
        Server.On("GET", "/users", _ => Page("/users", null, """{"id":"p1","manager":{"id":"boss"}}"""));

        var people = new List<DirectoryPerson>();
        await foreach (var person in Get<GraphDirectory>().ReadMembersAsync("pool", default))
        {
            people.Add(person);
        }

        Assert.That(people.Select(person => (person.Id, person.ManagerId)), Is.EquivalentTo(new[] { ("p0", "boss"), ("p1", "boss") }));
    }

    private Task<IReadOnlyDictionary<string, EventView>> ReadEventsAsync() =>
        Get<GraphEvents>().ReadBetweenAsync(From, From + Duration.FromDays(1), default);

    private static int PageOf(RecordedRequest request) =>
        request.Query.Split("page=") is [_, var page] ? int.Parse(page, CultureInfo.InvariantCulture) : 0;

    private Reply Page(string path, int? next, params string[] items)
    {
        var link = next is null ? "" : $",\"@odata.nextLink\":\"{Server.Root}{path}?page={next}\"";
        return Reply.Json($$"""{"value":[{{string.Join(',', items)}}]{{link}} }""");
    }

    private static string Event(string id) => $$"""
        {"id":"{{id}}","start":{"dateTime":"2026-01-15T10:00:00","timeZone":"UTC"},
         "end":{"dateTime":"2026-01-15T10:30:00","timeZone":"UTC"} }
        """;

    private static string Person(int index) => $$"""
        {"id":"p{{index}}","displayName":"An {{index}}","userPrincipalName":"p{{index}}@contoso.nl","accountEnabled":true}
        """;
}
