using Microsoft.AspNetCore.Http;
using TeamsConnectBot.Sandbox.Teams;

namespace TeamsConnectBot.Sandbox.Tests.Teams;

/// <summary>
/// The limits follow the real clock, so each test asks for far more at once than a slow machine could spread over the windows.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ConnectorLimitsTests
{
    private readonly ConnectorLimits limits = new(new SandboxOptions { DataFolder = "", ConnectorRequestsPerSecond = null });

    [Test]
    public void Sending_MoreThanEightAtOnce_IsRefusedWithTheTimeToWait()
    {
        var response = new DefaultHttpContext().Response;

        var refused = Enumerable.Range(0, 1000).Count(_ => limits.ThrottleSending(response, "a:1") is not null);

        Assert.Multiple(() =>
        {
            Assert.That(refused, Is.GreaterThanOrEqualTo(1000 - 60), "sixty are allowed in thirty seconds");
            Assert.That(response.Headers.RetryAfter.ToString(), Is.Not.Empty);
        });
    }

    [Test]
    public void Conversations_AndOperations_HaveLimitsOfTheirOwn()
    {
        var response = new DefaultHttpContext().Response;
        for (var request = 0; request < 1000; request++)
        {
            limits.ThrottleSending(response, "a:1");
        }

        Assert.Multiple(() =>
        {
            Assert.That(limits.ThrottleSending(response, "a:2"), Is.Null);
            Assert.That(limits.ThrottleCreating(response, "a:1"), Is.Null);
            Assert.That(limits.ThrottleMembers(response, "a:1"), Is.Null);
        });
    }

    [Test]
    public void Conversation_WithoutLimits_IsNeverRefused()
    {
        var unlimited = new ConnectorLimits(new SandboxOptions { DataFolder = "", LimitsConversations = false });

        Assert.That(
            Enumerable.Range(0, 100).Select(_ => unlimited.ThrottleSending(new DefaultHttpContext().Response, "a:1")), Has.All.Null);
    }
}
