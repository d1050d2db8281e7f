using TeamsConnectBot.Delivery;
using TeamsConnectBot.Sandbox.Faults;

namespace TeamsConnectBot.Tests.Outages;

/// <summary>Teams is down for ten minutes while invitations are sent.</summary>
internal sealed class TeamsOutageTests : OutageTests
{
    private const int People = 30;
    private const int Concurrency = 4;

    // As docs/storage.md says: the circuit opens when the eighth person fails, while the other concurrent sends are still in flight.
    private const int MaxRecipients = DeliveryCircuitBreaker.FailureThreshold + Concurrency - 1;
    private const int MaxAttempts = 5;
    private const string Send = "/teams/v3/conversations/*/activities";

    // Long enough for a busy machine to respond in time; each unanswered request delays the test by as much.
    private static readonly (string, string)[] Timeouts = [("Bot:Connector:RequestTimeout", "00:00:08"), ("Bot:Connector:Retries", "0")];

    // One probe every two minutes.
    private const int MaxProbes = 5;

    [TestCase(503)]
    [TestCase(500)]
    public async Task Teams_DownForTenMinutes_GetsFewRequestsAndEverybodyIsInvitedOnceAfterwards(int status)
    {
        var world = await InvitingAsync();
        using (var down = world.Faults.Add(new FaultRule { Path = "/teams/*", From = 6, Status = status, Body = FaultBodies.Of(status) }))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 10);
            Assert.That(down.Hits, Is.InRange(1, (MaxRecipients + MaxProbes) * MaxAttempts));
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        Assert.That(Invitations(world), Is.All.EqualTo(1));
        AssertEverybodyIsReachable(world);
    }

    [Test]
    public async Task Teams_UnresponsiveForTenMinutes_LeavesOnlyTheFirstInDoubt()
    {
        var world = await InvitingAsync(Timeouts);
        using (var unresponsive = world.Faults.Add(new FaultRule { Path = "/teams/*", From = 6, Until = FaultRule.Never }))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 10);
            Assert.That(unresponsive.Hits, Is.InRange(1, MaxRecipients + (MaxProbes * MaxAttempts)));
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        var inDoubt = world.Report().InDoubt;
        Assert.That(inDoubt, Is.InRange(1, MaxRecipients), "nobody knows whether these arrived");
        Assert.That(Invitations(world), Has.Exactly(People - inDoubt).EqualTo(1).And.None.GreaterThan(1));
        AssertEverybodyIsReachable(world);
    }

    [Test]
    public async Task Teams_UnresponsiveAfterOneResponse_GetsAtMostTwoMoreMessages()
    {
        var world = await InvitingAsync(Timeouts);
        using (world.Faults.Add(new FaultRule { Path = Send, From = 3, Until = FaultRule.Never }))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 1);
        }

        var before = world.Report().InDoubt;
        using (world.Faults.Add(new FaultRule { Path = Send, Count = 1 }))
        using (var unresponsive = world.Faults.Add(new FaultRule { Path = Send, Until = FaultRule.Never }))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 3);
            Assert.That(unresponsive.Hits, Is.InRange(1, 2));
        }

        var inDoubt = world.Report().InDoubt;
        Assert.That(before, Is.InRange(1, MaxRecipients));
        Assert.That(inDoubt, Is.InRange(before + 1, before + 2));
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        Assert.That(world.Report().InDoubt, Is.EqualTo(inDoubt));
        Assert.That(Invitations(world), Has.Exactly(People - inDoubt).EqualTo(1).And.None.GreaterThan(1));
    }

    [Test]
    public async Task Teams_Throttling_IsNotCalledBeforeRetryAfter()
    {
        var world = await InvitingAsync();
        using (var busy = world.Faults.Refuse("/teams/*", 429, "600"))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 9);
            Assert.That(busy.Hits, Is.InRange(1, MaxRecipients));
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        Assert.That(Invitations(world), Is.All.EqualTo(1));
    }

    [Test]
    public async Task OldCards_WhileTeamsIsDown_AreEditedAfterwards()
    {
        var world = await InvitingAsync();
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        await world.SayYesAsync(world.People);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 11, 59);
        using (var down = world.Faults.Refuse("/teams/*", 503))
        {
            await world.SettleAsync();
            await world.UntilAsync(world.Now + Duration.FromMinutes(10));
            Assert.That(down.Hits, Is.InRange(1, 2 * (MaxRecipients + MaxProbes) * MaxAttempts));
        }

        await world.UntilAsync(world.Now + Duration.FromHours(1));
        Assert.That(world.People.Select(person => world.CardOf(person).Has("connection.cantMakeIt")), Is.All.True);
        await world.UntilAsync(world.Now + Duration.FromHours(13));
        Assert.That(Count(world, """SELECT COUNT(*) FROM "Messages" WHERE "IsStale" AND "State" = 'Accepted'"""), Is.Zero);
    }

    private async Task<World> InvitingAsync(params (string Key, string Value)[] settings)
    {
        var world = await StartAsync(
            People, [("Engine:SendAtOnce", $"{Concurrency}"), ("Programme:Pools:0:OpenTables", "false"), .. settings]);
        await world.JoinAllAsync();
        return world;
    }

    private static void AssertEverybodyIsReachable(World world) =>
        Assert.That(Count(world, """SELECT COUNT(*) FROM "Participants" WHERE "UnreachableSince" IS NOT NULL"""), Is.Zero);
}
