using NodaTime;
using TeamsConnectBot.Tests.Worlds;

namespace TeamsConnectBot.Tests.Restarts;

/// <summary>The process dies at a request and starts again on what it had committed: nothing lost, nothing twice, at most one in doubt.</summary>
internal sealed class CrashTests : WorldTests
{
    // As many messages can be in doubt as are on their way at once.
    private static readonly (string, string) OneByOne = ("Engine:SendAtOnce", "1");

    /// <summary>Which request, and whether it still took effect.</summary>
    private static IEnumerable<TestCaseData> Points(params int[] requests) =>
        from k in requests
        from afterHandling in new[] { false, true }
        select new TestCaseData(k, afterHandling);

    [TestCaseSource(nameof(Points), new object[] { new[] { 2, 4, 5, 6 } })]
    public async Task Crash_WhileInviting_InvitesEverybodyAtMostOnce(int k, bool afterHandling)
    {
        var world = await StartAsync(3, OneByOne);
        await world.JoinAllAsync();
        world.CrashAt(k, afterHandling);
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        await RestartAsync(world);
        await world.UntilAsync(IsoDayOfWeek.Monday, 10, 30);

        var invited = world.People.Count(person => world.HasButton(person, "invitation.yes"));
        Assert.That(invited + world.Report().InDoubt, Is.GreaterThanOrEqualTo(3));
        Assert.That(world.Report().Rounds, Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Points), new object[] { new[] { 1, 4, 5, 6 } })]
    public async Task Crash_WhileSettling_TellsBothAndMakesOneEvent(int k, bool afterHandling)
    {
        var world = await StartAsync(2, OneByOne);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 11, 59);
        world.CrashAt(k, afterHandling);
        await world.SettleAsync();
        await world.UntilAsync(world.Now + Duration.FromMinutes(1));
        await RestartAsync(world);
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        Assert.That((world.Tenant.Calendar.Live.Count, world.Tenant.Calendar.Created), Is.EqualTo((1, 1L)));
        Assert.That(world.People.Select(person => world.HasButton(person, "connection.cantMakeIt")), Is.All.True);
    }

    [TestCaseSource(nameof(Points), new object[] { new[] { 1, 2 } })]
    public async Task Crash_WhileCallingOff_TellsThePartnerAndRemovesTheEvent(int k, bool afterHandling)
    {
        var world = await StartAsync(2, OneByOne);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        await world.ClickAsync(world.People[0], "connection.cantMakeIt");
        await world.ClickAsync(world.People[0], "connection.callOff");
        world.CrashAt(k, afterHandling);
        await world.UntilAsync(world.Now + Duration.FromMinutes(30));
        await RestartAsync(world);
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
        Assert.That(world.CardOf(world.People[1]).Text, Does.Contain("It's off this time"));
    }

    private static async Task RestartAsync(World world)
    {
        if (world.HasCrashed)
        {
            await world.RestartAfterCrashAsync();
            Assert.That(world.Report().InDoubt, Is.LessThanOrEqualTo(1));
        }
    }
}
