using System.Globalization;
using System.Net;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Graph;

internal sealed class BatchTests : SandboxFixture
{
    [Test]
    public async Task Batch_TwentyRequests_AreAllAnsweredInAnotherOrder()
    {
        var answers = await BatchAsync(20);
        var ids = answers.Select(answer => (string?)answer!["id"]).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(ids, Is.EquivalentTo(Enumerable.Range(0, 20).Select(id => $"{id}")));
            Assert.That(ids, Is.Not.EqualTo(Enumerable.Range(0, 20).Select(id => $"{id}")));
            Assert.That(
                answers.Select(answer => (string?)answer!["body"]!["id"]),
                Is.EqualTo(answers.Select(answer => ObjectIdAt((string)answer!["id"]!))));
        });
    }

    [TestCase(0)]
    [TestCase(21)]
    public async Task Batch_WrongNumberOfRequests_Is400(int parts)
    {
        using var response = await GraphAsync("POST", "/$batch", Batch(parts).ToJsonString());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("""{"requests":[{"id":"1","method":"GET","url":"/users"},{"id":"1","method":"GET","url":"/users"}]}""")]
    [TestCase("""{"requests":[{"id":"1","url":"/users"}]}""")]
    [TestCase("""{"requests":{}}""")]
    [TestCase("""{"requests":""")]
    public async Task Batch_Malformed_Is400(string body)
    {
        using var response = await GraphAsync("POST", "/$batch", body);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Batch_OneRequestThrottled_HasItsOwnRetryAfter()
    {
        using var fault = Server.Faults.Refuse("/v1.0/users/*", 429, "2.128", count: 1);

        var answers = await BatchAsync(5);
        var throttled = answers.Where(answer => (int)answer!["status"]! == 429).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(throttled, Has.Count.EqualTo(1));
            Assert.That((string?)throttled[0]!["headers"]!["Retry-After"], Is.EqualTo("2.128"));
            Assert.That((string?)throttled[0]!["body"]!["error"]!["code"], Is.EqualTo("TooManyRequests"));
        });
    }

    [Test]
    public async Task Batch_RequestDependingOnAFailedOne_Is424()
    {
        var body = """
            {"requests":[{"id":"1","method":"GET","url":"/users/nobody@x.example"},{"id":"2","method":"GET",
            "url":"/users?$top=1","dependsOn":["1"]}]}
            """;
        var answer = await GraphJsonAsync("POST", "/$batch", body);

        Assert.That(
            answer["responses"]!.AsArray().Single(part => (string?)part!["id"] == "2")!["status"]!.GetValue<int>(), Is.EqualTo(424));
    }

    [Test]
    public async Task Batch_BodyWithoutContentType_FailsThatRequest()
    {
        var body = """{"requests":[{"id":"1","method":"POST","url":"/users/a/calendar/getSchedule","body":{}}]}""";
        var answer = await GraphJsonAsync("POST", "/$batch", body);

        Assert.That((int?)answer["responses"]![0]!["status"], Is.EqualTo(400));
    }

    private string ObjectIdAt(string index) =>
        Server.Tenant.People.All[int.Parse(index, CultureInfo.InvariantCulture)].ObjectId.ToString();

    private async Task<JsonArray> BatchAsync(int parts) =>
        (await GraphJsonAsync("POST", "/$batch", Batch(parts).ToJsonString()))["responses"]!.AsArray();

    private JsonObject Batch(int parts) => new()
    {
        ["requests"] = new JsonArray(
        [
            .. Enumerable.Range(0, parts).Select(id => new JsonObject
            {
                ["id"] = $"{id}",
                ["method"] = "GET",
                ["url"] = $"/users/{Server.Tenant.People.All[id].ObjectId}?$select=id",
            }),
        ]),
    };
}
