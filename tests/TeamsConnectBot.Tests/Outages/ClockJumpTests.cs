namespace TeamsConnectBot.Tests.Outages;

/// <summary>
/// Somebody sets the machine's clock an hour forward or back: no round is skipped or held twice, and nothing arrives twice.
/// </summary>
internal sealed class ClockJumpTests : OutageTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Test]
    public async Task Clock_JumpsForwardPastARoundAndBack_RoundIsHeldOnce()
    {
        var world = await StartAsync(4);
        await world.JoinAllAsync();
        await world.UntilAsync(IsoDayOfWeek.Monday, 8, 30);

        await JumpAsync(world, Hour);
        var held = Invitations(world).ToList();
        await JumpAsync(world, -Hour);
        await world.UntilAsync(IsoDayOfWeek.Monday, 11);

        Assert.That(held, Is.All.EqualTo(1));
        AssertInvitedOnceInOneRound(world);
    }

    [Test]
    public async Task Clock_JumpsBackJustBeforeARound_RoundIsHeldOnceOnTime()
    {
        var world = await StartAsync(4);
        await world.JoinAllAsync();
        await world.UntilAsync(IsoDayOfWeek.Monday, 8, 59);

        await JumpAsync(world, -Hour);
        await world.UntilAsync(IsoDayOfWeek.Monday, 8, 59);
        Assert.That(Invitations(world), Is.All.Zero);
        await world.UntilAsync(IsoDayOfWeek.Monday, 10);

        AssertInvitedOnceInOneRound(world);
    }

    [TestCase(-1)]
    [TestCase(1)]
    public async Task Clock_JumpsWhileInvitationsAreOpen_EveryYesIsSettledOnceAndTheNextRoundStarts(int hours)
    {
        var world = await StartAsync(4);
        await world.InviteAsync();
        await world.SayYesAsync(world.People[0], world.People[1]);
        await JumpAsync(world, hours * Hour);
        await world.SayYesAsync(world.People[2], world.People[3]);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 13);

        Assert.That(world.People.Select(person => world.EventsOf(person).Count), Is.All.EqualTo(1));
        AssertInvitedOnceInOneRound(world);
        await world.UntilAsync(IsoDayOfWeek.Monday, 10, week: 1);
        Assert.That(Count(world, """SELECT COUNT(*) FROM "Rounds" """), Is.EqualTo(2));
    }

    [Test]
    public async Task Clock_JumpsForwardPastTheDeadlineAndBack_AnswersAreSettledOnce()
    {
        var world = await StartAsync(4);
        await world.InviteAsync();
        await world.SayYesAsync(world.People[0], world.People[1], world.People[2]);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 11, 30);
        await JumpAsync(world, Hour);
        await JumpAsync(world, -Hour);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 15);

        Assert.That(Count(world, """SELECT COUNT(*) FROM "Invitations" WHERE "State" IN ('Yes', 'Settling')"""), Is.Zero);
        Assert.That(world.People.Take(3).Select(person => world.EventsOf(person).Count), Is.All.EqualTo(1));
    }

    private static async Task JumpAsync(World world, TimeSpan by)
    {
        world.Tenant.Clock.Jump(by);

        // The scheduler checks every minute for triggers that it missed because of the jump.
        world.Tenant.Clock.Advance(TimeSpan.FromMinutes(2));
        await world.QuietAsync();
    }

    private static void AssertInvitedOnceInOneRound(World world)
    {
        Assert.That(Count(world, """SELECT COUNT(*) FROM "Rounds" """), Is.EqualTo(1));
        Assert.That(Count(world, """SELECT COUNT(*) FROM "Messages" WHERE "Kind" = 'Invitation'"""), Is.EqualTo(world.People.Length));
        Assert.That(
            Count(world, """SELECT COUNT(*) FROM "Messages" WHERE "Kind" = 'Invitation' AND "State" = 'Accepted'"""),
            Is.EqualTo(world.People.Length));
    }
}
