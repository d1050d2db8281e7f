using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Tests.Graph;

internal sealed class DirectoryTests : GraphFixture
{
    private const string Members = "/groups/pool/transitiveMembers/graph.user";

    [Test]
    public async Task Members_OnePage_HaveTheirColumnsAndManager()
    {
        Server.On("GET", Members, _ => Reply.Json("""
            {"@odata.count":1,"value":[{"id":"a","displayName":"Anna de Vries","mail":"anna@contoso.nl",
              "userPrincipalName":"anna.upn@contoso.nl",
              "department":"Finance","officeLocation":"Utrecht","preferredLanguage":"nl-NL","accountEnabled":true}]}
            """));
        AnswerManagers(id => "boss");

        var people = await ReadAsync();

        Assert.That(people.Single(), Is.EqualTo(new DirectoryPerson(
            "a", "Anna de Vries", "anna@contoso.nl", "anna.upn@contoso.nl", "Finance", "Utrecht", "boss", true)));
    }

    [Test]
    public async Task Members_Request_UsesAdvancedQueriesAndOnlyTheColumnsRead()
    {
        Server.On("GET", Members, _ => Page([]));

        await ReadAsync();

        var request = Server.Requests.Single();
        var query = Uri.UnescapeDataString(request.Query);
        Assert.That(request.Header("ConsistencyLevel"), Is.EqualTo("eventual"));
        Assert.That(request.Header("Authorization"), Is.EqualTo(StaticCredential.Bearer));
        Assert.That(
            query,
            Does.Contain("$count=true").And.Contain("$top=999")
                .And.Contain("$select=id,displayName,mail,userPrincipalName,department,officeLocation,accountEnabled"));
    }

    [Test]
    public async Task Members_SeveralPages_FollowEveryLinkWithTheHeader()
    {
        Server.On("GET", Members, request => request.Query.Contains("$skiptoken=two", StringComparison.Ordinal)
            ? Page(["c"])
            : Page(["a", "b"], $"{Server.Root}{Members}?$skiptoken=two&$count=true"));
        AnswerManagers(_ => null);

        var people = await ReadAsync();

        Assert.That(people.Select(p => p.Id), Is.EqualTo(new[] { "a", "b", "c" }));
        Assert.That(Server.Requests.Where(r => r.Path == Members).Select(r => r.Header("ConsistencyLevel")), Is.All.EqualTo("eventual"));
    }

    [Test]
    public async Task Members_InTwoNestedGroups_AreReadOnce()
    {
        Server.On("GET", Members, request => request.Query.Contains("two", StringComparison.Ordinal)
            ? Page(["a", "b"])
            : Page(["a"], $"{Server.Root}{Members}?$skiptoken=two"));
        AnswerManagers(_ => null);

        Assert.That((await ReadAsync()).Select(p => p.Id), Is.EqualTo(new[] { "a", "b" }));
    }

    [TestCase("https://elsewhere.example/v1.0/groups/pool/transitiveMembers?$skiptoken=x")]
    [TestCase("http://127.0.0.1:1/v1.0/next")]
    [TestCase("not a link")]
    public async Task Members_LinkToAnotherHost_IsNotFollowed(string link)
    {
        Server.On("GET", Members, _ => Page(["a"], link));
        AnswerManagers(_ => null);

        Assert.That(await FailureOf(ReadAsync), Is.EqualTo(GraphFailure.Unreadable));
    }

    [Test]
    public async Task Members_LinkThatRepeats_EndsInsteadOfLooping()
    {
        Server.On("GET", Members, _ => Page([], $"{Server.Root}{Members}?$skiptoken=same"));

        Assert.That(await FailureOf(ReadAsync), Is.EqualTo(GraphFailure.Unreadable));
        Assert.That(Server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Managers_Of400People_TakeTwoRequests()
    {
        Server.On("GET", Members, _ => Page([.. Enumerable.Range(0, 400).Select(i => $"p{i}")]));
        AnswerManagers(id => $"m-{id}");

        var people = await ReadAsync();

        Assert.That(people.Select(p => p.ManagerId), Is.EqualTo(people.Select(p => $"m-{p.Id}")));
        Assert.That(Server.Requests.Count(r => r.Path == "/$batch"), Is.EqualTo(2));
    }

    [Test]
    public async Task Members_WhoseManagerCannotBeRead_AreLeftOut()
    {
        Server.On("GET", Members, _ => Page(["a", "b", "c"]));
        Server.OnBatch(_ => Part("""{"value":[{"id":"a","manager":{"id":"boss"}},{"id":"b","manager":"boss"}]}"""));

        var people = await ReadAsync();

        Assert.That(people.Select(p => p.Id), Is.EqualTo(new[] { "a" }));
        Assert.That(Log.All.Single(), Does.StartWith("2 group members"));
    }

    [Test]
    public async Task Members_WhenManagersAreRefused_AreNotReadAtAll()
    {
        Server.On("GET", Members, _ => Page(["a"]));
        Server.OnBatch(_ => new JsonObject { ["status"] = 403, ["body"] = new JsonObject() });

        Assert.That(await FailureOf(ReadAsync), Is.EqualTo(GraphFailure.Denied));
    }

    [Test]
    public async Task Members_WithUnreadableRows_AreReadWithoutThem()
    {
        Server.On("GET", Members, _ => Reply.Json("""
            {"value":[{"id":"a","userPrincipalName":"a@x"},{"id":7,"userPrincipalName":"b@x"},"c",{"userPrincipalName":"d@x"}]}
            """));
        AnswerManagers(_ => null);

        Assert.That((await ReadAsync()).Select(p => p.Id), Is.EqualTo(new[] { "a" }));
        Assert.That(Log.All.Single(), Does.StartWith("3 group members"));
    }

    [TestCase("""{"value":"nobody"}""")]
    [TestCase("""{"value":null}""")]
    [TestCase("""{}""")]
    [TestCase("""[]""")]
    [TestCase("""{"value":[""")]
    [TestCase("")]
    public async Task Members_ResponseOfTheWrongShape_IsUnreadableRatherThanAnEmptyGroup(string body)
    {
        Server.On("GET", Members, _ => Reply.Json(body));

        Assert.That(await FailureOf(ReadAsync), Is.EqualTo(GraphFailure.Unreadable));
    }

    [Test]
    public async Task Members_IdsOnly_MeansThePermissionIsMissing()
    {
        Server.On("GET", Members, _ => Reply.Json("""{"value":[{"id":"a","displayName":null,"userPrincipalName":null}]}"""));

        Assert.That(await FailureOf(ReadAsync), Is.EqualTo(GraphFailure.Denied));
    }

    [Test]
    public async Task Members_OfAGroupThatDoesNotExist_AreNotFound()
    {
        Server.On("GET", Members, _ => Reply.Error(404, "Request_ResourceNotFound"));

        Assert.That(await FailureOf(ReadAsync), Is.EqualTo(GraphFailure.NotFound));
    }

    [Test]
    public async Task Person_WithoutManager_HasNone()
    {
        Server.On("GET", "/users/a", _ => Reply.Json("""
            {"id":"a","displayName":"Anna","userPrincipalName":"anna@contoso.nl","accountEnabled":false}
            """));

        var person = await Get<GraphDirectory>().FindAsync("a", default);

        Assert.That(person, Is.EqualTo(new DirectoryPerson("a", "Anna", null, "anna@contoso.nl", null, null, null, false)));
        Assert.That(Uri.UnescapeDataString(Server.Requests.Single().Query), Does.Contain("$expand=manager($select=id)"));
    }

    [Test]
    public async Task Person_WhoDoesNotExist_IsNull()
    {
        Server.On("GET", "/users/a", _ => Reply.Error(404, "Request_ResourceNotFound"));

        Assert.That(await Get<GraphDirectory>().FindAsync("a", default), Is.Null);
    }

    private async Task<List<DirectoryPerson>> ReadAsync() => await Get<GraphDirectory>().ReadMembersAsync("pool", default).ToListAsync();

    private void AnswerManagers(Func<string, string?> managerOf) => Server.OnBatch(part =>
    {
        var url = Uri.UnescapeDataString(part["url"]!.GetValue<string>());
        var ids = url[(url.IndexOf('(', StringComparison.Ordinal) + 1)..url.IndexOf(')', StringComparison.Ordinal)].Split(',')
            .Select(i => i.Trim('\'')).ToList();
        Assert.That(ids, Has.Count.LessThanOrEqualTo(15), "Graph accepts at most 15 values in a filter");
        Assert.That(url, Does.StartWith("/users?$filter=id in (").And.Contain("$select=id").And.Contain("$expand=manager($select=id)"));
        var rows = ids.Select(id => (JsonNode)(managerOf(id) is { } manager
            ? new JsonObject { ["id"] = id, ["manager"] = new JsonObject { ["id"] = manager } }
            : new JsonObject { ["id"] = id }));
        return Part(new JsonObject { ["value"] = new JsonArray([.. rows]) }.ToJsonString());
    });

    private static JsonObject Part(string body) => new() { ["status"] = 200, ["body"] = JsonNode.Parse(body) };

    private static Reply Page(string[] ids, string? next = null)
    {
        var rows = ids.Select(id => (JsonNode)new JsonObject
        {
            ["id"] = id, ["displayName"] = $"Name {id}", ["userPrincipalName"] = $"{id}@contoso.nl", ["accountEnabled"] = true,
        });
        var page = new JsonObject { ["value"] = new JsonArray([.. rows]) };
        if (next is not null)
        {
            page["@odata.nextLink"] = next;
        }

        return Reply.Json(page);
    }
}
