using System.Net;
using TeamsConnectBot.Sandbox.Faults;

namespace TeamsConnectBot.Tests.Status;

/// <summary>What an operator reads while Graph or Entra refuses, and afterwards.</summary>
internal sealed class GraphStatusTests : StoryTests
{
    private const string NotYet = "A permission that was just granted can take an hour to work.";

    protected override System.Collections.Immutable.ImmutableArray<Person> Cast => SamplePeople.Of(3);

    protected override Task PlayAsync() => Task.CompletedTask;

    [TestCase(
        "/v1.0/groups/*", 403, "GroupsDenied",
        "Graph has refused to show who is in the group of pool 'everyone' since {0}: a permission is missing.",
        $"Grant GroupMember.Read.All and User.Read.All: infra/grant-permissions.ps1. {NotYet}")]
    [TestCase(
        "/v1.0/groups/*", 404, "GroupsNotFound", "Graph has found no group with the id of pool 'everyone' since {0}.",
        "There is no group with this object id: check the pool's GroupId.")]
    [TestCase(
        "/v1.0/users/*/calendar/getSchedule", 403, "FreeBusyDenied",
        "Graph has refused to show when people are free since {0}: a permission is missing.",
        "Give the app 'Application Calendars.Read' on the pool's group with Exchange RBAC (infra/grant-permissions.ps1). "
        + "It can take two hours to take effect.")]
    [TestCase(
        "/v1.0/users/*/calendarView", 401, "MailboxDenied",
        "Graph has refused the calendar of the service mailbox since {0}: a permission is missing.",
        "Give the app 'Application Calendars.ReadWrite' on the service mailbox with Exchange RBAC: infra/grant-permissions.ps1. "
        + "It can take two hours to take effect.")]
    [TestCase(
        "/v1.0/*", 503, "Unreachable", "Microsoft Graph has given no usable answer since {0}.",
        "Graph can't be reached: check Graph:BaseUrl, the network and the proxy.")]
    [TestCase(
        "/v1.0/*", 429, "Throttled", "Microsoft Graph has said since {0} that it gets too many requests.",
        "Graph throttles this tenant; try again in a few minutes.")]
    public async Task Graph_Refusing_IsSaidWithTheMomentAndTheRemedyUntilItWorks(
        string path, int status, string reason, string says, string remedy)
    {
        // While Graph works it is asked every ten minutes, and every minute while it does not.
        await World.UntilAsync(World.Now + Duration.FromMinutes(11));
        var began = World.Now;
        ReadyAnswer down, later;
        using (World.Faults.Add(new FaultRule { Path = path, Status = status, Body = FaultBodies.Of(status) }))
        {
            down = await ReadyAnswer.SettledAsync(World.Service.Url);
            await World.UntilAsync(World.Now + Duration.FromMinutes(2));
            later = await ReadyAnswer.SettledAsync(World.Service.Url);
        }

        await World.UntilAsync(World.Now + Duration.FromMinutes(2));
        var after = await ReadyAnswer.SettledAsync(World.Service.Url);

        Assert.That((down.Code, down.Status), Is.EqualTo((HttpStatusCode.OK, "degraded")), "a restart would not help");
        Assert.That(down.Reason("graph"), Is.EqualTo(reason), down.Body);
        Assert.That(down.SaysOf("graph"), Is.EqualTo(string.Format(null, says, Moment(began))));
        Assert.That(down.DoOf("graph"), Is.EqualTo(remedy));
        Assert.That((down.Since("graph"), later.Since("graph")), Is.EqualTo((began, began)));
        Assert.That((after.State("graph"), after.Since("graph")), Is.EqualTo(("works", World.Now)));
    }

    private static string Moment(Instant at) =>
        at.ToString("d MMM yyyy HH:mm", System.Globalization.CultureInfo.GetCultureInfo("en-GB")) + " UTC";
}
