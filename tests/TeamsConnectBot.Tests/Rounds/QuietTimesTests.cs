using System.Globalization;
using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Tests.Rounds;

/// <summary>A pool's lunch break and quiet hours, in each person's own time zone.</summary>
internal sealed class QuietTimesTests : WorldTests
{
    private static readonly LocalTime Noon = new(12, 0);

    [TestCase("", true)]
    [TestCase("12:00-13:00", false)]
    public async Task LunchBreak_OfThePool_IsNobodysFreeTime(string lunchBreak, bool isFreeAtNoon)
    {
        var world = await StartAsync(3, ("Programme:Pools:0:LunchBreak", lunchBreak));
        await world.JoinAllAsync();
        var week = Week.Of(world.Now);
        var services = world.Service.Services;
        var pool = await services.GetRequiredService<Gathering>().GatherAsync(
            services.GetRequiredService<PoolCatalogue>().Default, week, requireCalendars: true, hireDates: false, readCalendars: true,
            default);

        var noons = Enumerable.Range(0, 5).Select(day => week.Monday.PlusDays(day).At(Noon)).ToList();
        Assert.That(pool.People, Has.Count.EqualTo(3));
        Assert.That(
            from person in pool.People
            from noon in noons
            let start = week.QuarterHourOf(noon.InZoneStrictly(person.Member.Zone).ToInstant())
            from quarter in Enumerable.Range(start, 4)
            select person.Member.Free.Gaps().Any(gap => gap.Start <= quarter && quarter < gap.End),
            Is.All.EqualTo(isFreeAtNoon));
    }

    [TestCase("", "09:00")]
    [TestCase("09:00-09:30", "09:30")]
    [TestCase("18:00-10:15", "10:15")]
    public async Task QuietHours_OfThePool_DelayInvitations(string quietHours, string expected)
    {
        var world = await StartAsync(4, ("Programme:Pools:0:QuietHours", quietHours));
        await world.JoinAllAsync();
        await world.UntilAsync(IsoDayOfWeek.Monday, 11);

        var invitations = await world.Service.Services.GetRequiredService<Database>().ReadAsync(
            db => db.Messages.Where(message => message.Kind == MessageKind.Invitation).ToListAsync(), default);
        var zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        Assert.That(invitations, Has.Count.EqualTo(4));
        Assert.That(invitations.Select(message => $"{message.DueAt.InZone(zone):HH:mm}"), Is.All.EqualTo(expected));
    }

    [TestCase(IsoDayOfWeek.Monday, "maandag 10:00")]
    [TestCase(IsoDayOfWeek.Tuesday, "dinsdag 10:00")]
    [TestCase(IsoDayOfWeek.Wednesday, null)]
    public async Task Invitation_OfSomebodyWhoReportedTheirHours_ComesWithinThemOrNotAtAll(IsoDayOfWeek works, string? expected)
    {
        var world = await StartAsync(4);
        await world.JoinAllAsync();
        var database = world.Service.Services.GetRequiredService<Database>();
        await database.WriteAsync(async db =>
        {
            foreach (var person in await db.Participants.ToListAsync())
            {
                person.Preferences = person.Preferences with
                {
                    Days = [works, IsoDayOfWeek.Friday], DayStarts = new LocalTime(10, 0), DayEnds = new LocalTime(13, 0),
                };
            }
        }, default);
        await world.UntilAsync(IsoDayOfWeek.Monday, 11);

        var moments = await database.ReadAsync(
            db => db.Messages.Where(message => message.Kind == MessageKind.Invitation).Select(message => message.DueAt).ToListAsync(),
            default);
        var zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        Assert.That(
            moments.Select(moment => moment.InZone(zone).ToString("dddd HH:mm", CultureInfo.GetCultureInfo("nl"))).Distinct(),
            Is.EqualTo(expected is null ? [] : new[] { expected }), "answers close on Tuesday at noon");
    }

    [Test]
    public async Task Invitation_DelayedUntilTheEvening_WaitsForWorkingHoursOutsideQuietHours()
    {
        var world = await StartAsync(4, ("Programme:Pools:0:QuietHours", "18:00-10:15"));
        await world.JoinAllAsync();
        await world.UntilAsync(IsoDayOfWeek.Monday, 10);
        await world.StopServiceAsync();
        world.Tenant.Clock.AdvanceTo(World.At(IsoDayOfWeek.Monday, 20).ToDateTimeOffset());
        await world.StartServiceAsync();

        await world.UntilAsync(IsoDayOfWeek.Tuesday, 10, 14);
        Assert.That(world.People.Select(person => world.HasButton(person, "invitation.yes")), Is.All.False);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 10, 16);
        Assert.That(world.People.Select(person => world.HasButton(person, "invitation.yes")), Has.Some.True);
    }

    [Test]
    public async Task Invitation_DelayedIntoQuietHoursByAnOutageOfTeams_WaitsForTheirEnd()
    {
        // More people than must fail before nothing is sent to anyone, so that some invitations are never tried.
        var world = await StartAsync(16, ("Programme:Pools:0:QuietHours", "11:00-10:55"), ("Engine:SendAtOnce", "1"));
        await world.JoinAllAsync();
        using (world.Faults.Refuse("/teams/*", 503))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 11);
        }

        await world.UntilAsync(IsoDayOfWeek.Tuesday, 10, 54);
        Assert.That(world.People.Select(person => world.HasButton(person, "invitation.yes")), Is.All.False);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 10, 59);
        Assert.That(world.People.Select(person => world.HasButton(person, "invitation.yes")), Has.Some.True);
    }

    [TestCase("LunchBreak", "noon", "two times such as 12:00-13:00")]
    [TestCase("LunchBreak", "12:00-12:00", "two times such as 12:00-13:00")]
    [TestCase("LunchBreak", "11:00-14:30", "at most 3 hours")]
    [TestCase("LunchBreak", "23:30-00:30", "not across midnight")]
    [TestCase("QuietHours", "8-10", "two times such as 08:00-10:00")]
    [TestCase("QuietHours", "17:00-09:00", null)]
    [TestCase("QuietHours", "08:00-17:00", "hours that leave part of 09:00-17:00")]
    public async Task Setting_NotAllowed_IsRefusedAtStartWithKeyValueAndRange(string key, string value, string? allowed)
    {
        async Task Start() => await StartAsync(2, ($"Programme:Pools:0:{key}", value));
        if (allowed is null)
        {
            await Start();
        }
        else
        {
            Assert.That(
                Start, Throws.Exception.With.Message.Contains($"Programme:Pools:0:{key} is '{value}'").And.Message.Contains(allowed));
        }
    }

    [Test]
    public void LunchBreak_OfAPoolThatOffersLunch_IsRefused() => Assert.That(
        async () => await StartAsync(2, ("Programme:Pools:0:Offer", "Lunch"), ("Programme:Pools:0:LunchBreak", "12:00-13:00")),
        Throws.Exception.With.Message.Contains("a pool that offers lunch must have none"));
}
