using System.Net;
using Azure.Core;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Graph;

internal sealed class SandboxDirectoryTests : SandboxFixture
{
    private static readonly (string, string) Eventual = ("ConsistencyLevel", "eventual");

    private string Members => $"/groups/{Server.GroupId}/transitiveMembers/microsoft.graph.user";

    [Test]
    public async Task Members_AllPages_ContainEverybodyOnce()
    {
        var ids = new List<string>();
        var path = Members + "?$select=id&$top=7&$count=true";
        var counts = new List<int?>();
        while (path is not null)
        {
            var page = await GraphJsonAsync("GET", path, null, Eventual);
            counts.Add((int?)page["@odata.count"]);
            ids.AddRange(page["value"]!.AsArray().Select(user => (string)user!["id"]!));
            path = ((string?)page["@odata.nextLink"])?[Server.GraphUrl.ToString().Length..];
        }

        Assert.Multiple(() =>
        {
            Assert.That(ids, Is.EquivalentTo(Server.Tenant.People.All.Select(person => person.ObjectId.ToString())));
            Assert.That(counts, Is.EqualTo(new int?[] { 30, null, null, null, null }));
        });
    }

    [Test]
    public async Task Members_SecondPageWithoutHeader_Is400()
    {
        var page = await GraphJsonAsync("GET", Members + "?$top=7&$count=true", null, Eventual);

        using var second = await SendAsync("GET", new Uri((string)page["@odata.nextLink"]!), GraphToken);

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("", true)]
    [TestCase("?$count=true", false)]
    [TestCase("?$count=true&$expand=manager", true)]
    [TestCase("?$count=true&$top=1000", true)]
    [TestCase("?$count=true&$skiptoken=100", true)]
    public async Task Members_WrongQuery_Is400(string query, bool header)
    {
        using var response = await GraphAsync("GET", Members + query, null, header ? [Eventual] : []);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Members_OfNestedGroup_AreIncluded()
    {
        var people = Server.Tenant.People.All;
        var inner = new TenantGroup(NameBasedGuid.Of("inner"), "Inner") { Members = [people[1], people[2]] };
        var outer = new TenantGroup(NameBasedGuid.Of("outer"), "Outer")
            { Members = [people[0], people[1]], Groups = [inner.Id, NameBasedGuid.Of("outer")] };
        Server.Tenant.Groups.Set(inner);
        Server.Tenant.Groups.Set(outer);

        var page = await GraphJsonAsync(
            "GET", $"/groups/{outer.Id}/transitiveMembers/microsoft.graph.user?$select=id&$count=true", null, Eventual);

        Assert.That(page["value"]!.AsArray().Count, Is.EqualTo(3));
    }

    [Test]
    public async Task User_WithoutSelect_HasNoDepartment()
    {
        var person = Server.Tenant.People.All[1];
        var user = await GraphJsonAsync("GET", $"/users/{person.UserPrincipalName}");

        Assert.Multiple(() =>
        {
            Assert.That((string?)user["id"], Is.EqualTo(person.ObjectId.ToString()));
            Assert.That(user.AsObject().ContainsKey("department"), Is.False);
        });
    }

    [Test]
    public async Task User_WithSelect_HasOnlySelectedProperties()
    {
        var person = Server.Tenant.People.All[1];
        var user = await GraphJsonAsync("GET", $"/users/{person.ObjectId}?$select=department,accountEnabled");

        Assert.That(
            user.AsObject().Select(property => property.Key), Is.EqualTo(new[] { "@odata.context", "department", "accountEnabled" }));
    }

    [Test]
    public async Task Manager_OfDirector_Is404_AndOfOthersIsReturned()
    {
        using var none = await GraphAsync("GET", $"/users/{Server.Tenant.People.All[0].ObjectId}/manager");
        var person = Server.Tenant.People.All[4];
        var manager = await GraphJsonAsync("GET", $"/users/{person.ObjectId}/manager?$select=id");

        Assert.Multiple(() =>
        {
            Assert.That(none.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((string?)manager["id"], Is.EqualTo(Server.Tenant.People.ManagerOf(person)!.ObjectId.ToString()));
        });
    }

    [Test]
    public async Task Users_FilteredByIds_AreReturnedWithTheirManagers()
    {
        var people = Server.Tenant.People.All;
        var filter = Uri.EscapeDataString($"id in ('{people[3].ObjectId}','{people[0].ObjectId}')");
        var page = await GraphJsonAsync("GET", $"/users?$filter={filter}&$select=id&$expand=manager($select=id)");

        Assert.That(
            page["value"]!.AsArray().Select(user => (string?)user!["manager"]?["id"]),
            Is.EqualTo(new[] { Server.Tenant.People.ManagerOf(people[3])!.ObjectId.ToString(), null }));
    }

    [TestCase("transitiveMembers/microsoft.graph.user?$select=id,displayName,mail&$count=true")]
    [TestCase("members?$select=id,displayName,mail")]
    public async Task GroupPeople_WithoutUserReadAll_CarryOnlyTheirIds(string list)
    {
        Server.Options.GrantedPermissions = ["GroupMember.Read.All"];

        var page = await GraphJsonAsync("GET", $"/groups/{Server.GroupId}/{list}", null, Eventual);
        var people = page["value"]!.AsArray().Select(person => person!).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(people, Is.Not.Empty);
            Assert.That(people.Select(person => (string?)person["id"]), Has.None.Null);
            Assert.That(people.Select(person => person["displayName"] ?? person["mail"]), Has.All.Null);
        });
    }

    [Test]
    public async Task Permission_NotConsented_Is403()
    {
        Server.Options.GrantedPermissions = ["Calendars.Read"];
        using var response = await GraphAsync("GET", "/users");

        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await ErrorCodeAsync(response), Is.EqualTo("Authorization_RequestDenied"));
        });
    }

    [Test]
    public async Task Route_Unknown_Is404_AndIsRecorded()
    {
        using var response = await GraphAsync("GET", "/me/drive");

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(Server.Tenant.Counters.Unexpected, Is.EqualTo(new[] { "GET /me/drive" }));
        });
    }

    [Test]
    public async Task GraphSdk_Client_ReadsMembersAndSchedules()
    {
        var credential = DelegatedTokenCredential.Create((_, _) => new AccessToken(GraphToken, DateTimeOffset.MaxValue));
        var provider = new Microsoft.Graph.Authentication.AzureIdentityAuthenticationProvider(
            credential, [Server.GraphUrl.Host], null, true, "https://graph.microsoft.com/.default");
        using var client = new GraphServiceClient(provider, Server.GraphUrl.ToString());

        var members = await client.Groups[Server.GroupId.ToString()].TransitiveMembers.GraphUser.GetAsync(request =>
        {
            request.Headers.Add("ConsistencyLevel", "eventual");
            request.QueryParameters.Count = true;
            request.QueryParameters.Top = 999;
            request.QueryParameters.Select = ["id", "displayName", "department"];
        });
        var schedules = await client.Users[Server.ServiceMailbox].Calendar.GetSchedule.PostAsGetSchedulePostResponseAsync(
            new GetSchedulePostRequestBody
        {
            Schedules = [Server.Tenant.People.All[1].Mail!],
            StartTime = new DateTimeTimeZone { DateTime = "2026-03-02T00:00:00", TimeZone = "UTC" },
            EndTime = new DateTimeTimeZone { DateTime = "2026-03-07T00:00:00", TimeZone = "UTC" },
        });

        Assert.Multiple(() =>
        {
            Assert.That(members!.Value!.Select(user => user.Department), Has.None.Null);
            Assert.That(members.Value, Has.Count.EqualTo(30));
            Assert.That(schedules!.Value![0].WorkingHours!.TimeZone!.Name, Is.Not.Null);
            Assert.That(schedules.Value[0].ScheduleItems, Is.Not.Empty);
        });
    }
}
