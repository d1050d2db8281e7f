using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Operations;

/// <summary>What <c>check</c> says about Exchange's limit, and about whom it asks.</summary>
internal sealed class CheckScopeTests : CheckTests
{
    [Test]
    public async Task Scope_AsItShouldBe_CoversMembersAndSparesOthers()
    {
        Server.Tenant.Counters.Graph.Start();

        var (code, json) = await CheckAsync(
            "--member", Direct.UserPrincipalName, "--member", InNestedGroup.UserPrincipalName, "--outside", Outsider.UserPrincipalName);

        Assert.That(code, Is.Zero);
        foreach (var key in new[] { "scope:people", "scope:direct", "scope:nested", "scope:outside" })
        {
            Assert.That((string?)Of(json, key)["state"], Is.EqualTo("good"), key);
        }

        // Everything that is read is announced, also of somebody in no group.
        var asked = Server.Tenant.Counters.Graph.Asked.Where(asked => AskedPeople.PeopleOf(asked, [Outsider]).Count > 0).ToList();
        Assert.That(asked, Has.Count.GreaterThanOrEqualTo(3));
        Assert.That(asked.Where(one => !AskedPeople.DataOf(one).Any(category => category.Key == "check")), Is.Empty);

        var named = SamplePeople.Of(3).Append(Direct).SelectMany(person => new[] { person.Name, person.UserPrincipalName });
        Assert.That(named.Where(name => json.ToJsonString().Contains(name, StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    [Test]
    public async Task Scope_WithoutNamedPeople_AsksAboutNobody()
    {
        Server.Tenant.Counters.Graph.Start();

        var (_, json) = await CheckAsync();

        Assert.That((string?)Of(json, "scope:outside")["finding"], Is.EqualTo("no-outsider"));
        Assert.That(
            Server.Tenant.Counters.Graph.Asked.Where(asked => asked.Body?.Contains("schedules", StringComparison.OrdinalIgnoreCase) is true)
                .Where(asked => !asked.Body!.Contains(Server.ServiceMailbox, StringComparison.Ordinal)),
            Is.Empty);
    }

    private static IEnumerable<TestCaseData> ScopeFaults()
    {
        yield return ScopeCase("scope:direct", "direct-refused", server => server.Options.InExchangeScope = _ => false);
        yield return ScopeCase("scope:nested", "nested-refused", server =>
            server.Options.InExchangeScope = person => person.ObjectId == Direct.ObjectId);
        yield return ScopeCase("scope:outside", "outsider-allowed", server => server.Options.ConsentsToCalendarsInEntra = true);
        yield return ScopeCase("scope:direct", "scope-unknown", server =>
            server.Faults.Add(new FaultRule { Path = "/v1.0/users/*/calendar/getSchedule", From = 2, Status = 500 }));
        yield return ScopeCase("scope:people", "people-denied", server => server.Faults.Refuse("/v1.0/users/*@*", 403));
    }

    private static TestCaseData ScopeCase(string key, string finding, Action<SandboxServer> spoil) =>
        new TestCaseData(key, finding, spoil).SetArgDisplayNames(key, finding);

    [TestCaseSource(nameof(ScopeFaults))]
    public async Task Scope_WrongInExchange_IsFound(string key, string finding, Action<SandboxServer> spoil)
    {
        spoil(Server);

        var (_, json) = await CheckAsync(
            "--member", Direct.UserPrincipalName, "--member", InNestedGroup.UserPrincipalName, "--outside", Outsider.UserPrincipalName,
            "--Graph:MaxRetries=0");

        Assert.That((string?)Of(json, key)["finding"], Is.EqualTo(finding), json.ToJsonString());
    }

    [Test]
    public async Task Scope_WrongPeopleNamed_SaysWhichOne()
    {
        string[][] given =
        [
            ["--member", Direct.UserPrincipalName, "--member", "nobody@example.org"], ["--member", Outsider.UserPrincipalName],
            ["--outside", InNestedGroup.UserPrincipalName], ["--outside", WithoutMailbox.UserPrincipalName],
        ];
        var said = new List<string?>();
        foreach (var arguments in given)
        {
            var (_, json) = await CheckAsync(arguments);
            said.Add((string?)(Of(json, "scope:people")["says"] ?? Of(json, "scope:outside")["says"]));
        }

        Assert.That(said, Is.EqualTo(new[]
        {
            "Entra knows nobody with the sign-in name of --member 2.", "the person of --member 1 is in no pool's group.",
            "the person of --outside 1 is in a pool's group.", "--outside 1 has no mailbox, so the limit could not be tried.",
        }));
    }
}
