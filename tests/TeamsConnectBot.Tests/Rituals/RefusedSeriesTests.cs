namespace TeamsConnectBot.Tests.Rituals;

/// <summary>Graph refuses a change of a recurring event.</summary>
internal sealed class RefusedSeriesTests
{
    private const string Series = "/v1.0/users/*/events/*";
    private const string Refusal =
        """{"error":{"code":"ErrorPropertyValidationFailure","message":"At least one property failed validation."}}""";

    private RitualWorld world = null!;

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [TestCase("ritueel tijdzone Londen")]
    [TestCase("ritueel verplaats Vrijdagkoffie naar elke vrijdag 16:30")]
    public async Task Change_RefusedByGraph_CreatesANewSeries(string command)
    {
        world = await RitualWorld.StartAsync();
        await world.PlanForAllAsync("Vrijdagkoffie elke vrijdag 15:30");
        var old = world.Tenant.Calendar.Live.Single();
        world.World.Tenant.Faults.Refuse(Series, 400, method: "PATCH", body: Refusal);

        await ChangeAsync(command);

        var now = world.Tenant.Calendar.Live.Single();
        Assert.That(now.Id, Is.Not.EqualTo(old.Id));
        Assert.That(now.Attendees, Has.Length.EqualTo(old.Attendees.Length));
        Assert.That(now.Start, Is.EqualTo(RitualWorld.InstantAt(3, 6, 16, 30)));
        Assert.That(world.Texts, Has.None.Contains("lopen achter"));
    }

    [Test]
    public async Task Change_RefusedInEveryWay_IsReportedOnceAndNotRetriedForEver()
    {
        world = await RitualWorld.StartAsync();
        await world.PlanForAllAsync("Vrijdagkoffie elke vrijdag 15:30");
        world.World.Tenant.Faults.Refuse(Series, 400, method: "PATCH", body: Refusal);
        using var create = world.World.Tenant.Faults.Refuse("/v1.0/users/*/events", 400, method: "POST", body: Refusal);

        await ChangeAsync("ritueel verplaats Vrijdagkoffie naar elke vrijdag 16:30");
        await world.UntilAsync(3, 4, 12);

        Assert.That(
            world.Texts
                .Count(text => text.Contains("De agenda’s lopen achter", StringComparison.Ordinal)),
            Is.EqualTo(1));
        Assert.That(create.Hits, Is.LessThan(4));
        Assert.That(world.Tenant.Calendar.Live.Single().Start, Is.EqualTo(RitualWorld.InstantAt(3, 6, 15, 30)), "the existing event stays");
    }

    [Test]
    public async Task Series_InAZoneUnknownToOutlook_KeepsItsLocalTimeOverAClockChange()
    {
        world = await RitualWorld.StartAsync(start: RitualWorld.At(3, 23, 7));
        await world.SayAsync(world.Owner, "ritueel tijdzone Antarctica/Troll");
        await world.PlanForAllAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.UntilAsync(4, 3, 10);

        var zone = NodaTime.DateTimeZoneProviders.Tzdb["Antarctica/Troll"];
        var coming = world.Tenant.Calendar.Live.Where(item => item.Start > RitualWorld.InstantAt(3, 29, 4)).ToList();
        Assert.That(coming, Is.Not.Empty);
        Assert.That(coming.Select(item => item.Start.InZone(zone).TimeOfDay), Is.All.EqualTo(new NodaTime.LocalTime(15, 30)));
        Assert.That(coming.Select(item => item.Recurrence), Is.All.Null);
    }

    private async Task ChangeAsync(string command)
    {
        await world.SayAsync(world.Owner, command);
        if (!command.Contains("tijdzone", StringComparison.Ordinal))
        {
            await world.ClickAsync(world.Owner, "ritual.confirm");
            return;
        }

        // A changed zone applies only to times typed from now on.
        await world.SayAsync(world.Owner, "ritueel verplaats Vrijdagkoffie naar elke vrijdag 15:30");
        await world.ClickAsync(world.Owner, "ritual.confirm");
    }
}
