namespace TeamsConnectBot.Tests.Restarts;

/// <summary>
/// The process crashes at a request and restarts from what it had committed: nothing is lost or sent twice, and at most one
/// message is in doubt.
/// </summary>
internal sealed class CrashTests : WorldTests
{
    // One message is sent at a time, so at most one can be in doubt.
    private static readonly (string, string) OneByOne = ("Engine:SendAtOnce", "1");

    /// <summary>Which request, and whether it still took effect.</summary>
    private static IEnumerable<TestCaseData> Points(params int[] requests) =>
        from request in requests
        from afterHandling in new[] { false, true }
        select new TestCaseData(request, afterHandling);

    [TestCaseSource(nameof(Points), new object[] { new[] { 2, 4, 5, 6 } })]
    public async Task Crash_WhileInviting_InvitesEverybodyAtMostOnce(int request, bool afterHandling)
    {
        var world = await StartAsync(3, OneByOne);
        await world.JoinAllAsync();
        world.CrashAt(request, afterHandling);
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        await RestartAsync(world);
        await world.UntilAsync(IsoDayOfWeek.Monday, 10, 30);

        var invited = world.People.Count(person => world.HasButton(person, "invitation.yes"));
        Assert.That(invited + world.Report().InDoubt, Is.GreaterThanOrEqualTo(3));
        Assert.That(world.Report().Rounds, Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Points), new object[] { new[] { 1, 4, 5, 6 } })]
    public async Task Crash_WhileSettling_TellsBothAndMakesOneEvent(int request, bool afterHandling)
    {
        var world = await StartAsync(2, OneByOne);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 11, 59);
        world.CrashAt(request, afterHandling);
        await world.SettleAsync();
        await world.UntilAsync(world.Now + Duration.FromMinutes(1));
        await RestartAsync(world);
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        Assert.That((world.Tenant.Calendar.Live.Count, world.Tenant.Calendar.Created), Is.EqualTo((1, 1L)));
        Assert.That(world.People.Select(person => world.HasButton(person, "connection.cantMakeIt")), Is.All.True);
    }

    [TestCaseSource(nameof(Points), new object[] { new[] { 1, 2 } })]
    public async Task Crash_WhileCallingOff_TellsThePartnerAndRemovesTheEvent(int request, bool afterHandling)
    {
        var world = await StartAsync(2, OneByOne);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        await world.ClickAsync(world.People[0], "connection.cantMakeIt");
        await world.ClickAsync(world.People[0], "connection.callOff");
        world.CrashAt(request, afterHandling);
        await world.UntilAsync(world.Now + Duration.FromMinutes(30));
        await RestartAsync(world);
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
        Assert.That(world.CardOf(world.People[1]).Text, Does.Contain("It's off this time"));
    }

    private static async Task RestartAsync(World world)
    {
        Assert.That(world.HasCrashed, Is.True, "the service must make as many requests, or the test proves nothing");
        await world.RestartAfterCrashAsync();
        Assert.That(world.Report().InDoubt, Is.LessThanOrEqualTo(1));
    }
}
