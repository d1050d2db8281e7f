using TeamsConnectBot.Data;
using TeamsConnectBot.Organisation;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Tests.Holidays;

/// <summary>Rounds in weeks with public holidays or other days off.</summary>
internal sealed class HolidayRoundTests : WorldTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
    private static readonly LocalDate ChristmasWeek = new(2026, 12, 21);

    [TestCase("2026-12-21", "2026-12-25,2026-12-26")]
    [TestCase("2026-12-28", "2027-01-01")]
    [TestCase("2028-12-18", "2028-12-25,2028-12-26,2029-01-01")]
    public async Task Round_InAWeekWithAHoliday_OffersBooksAndSendsNothingThatDay(string monday, string holidays)
    {
        var (start, off) = (Date(monday), holidays.Split(',').Select(Date).ToList());
        var world = await StartPairsOnAsync(start);
        await world.JoinAllAsync();
        await world.UntilAsync(World.On(start, 9, 30));
        var offered = await OfferedAsync(world);
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        await world.UntilAsync(World.On(start.PlusWeeks(1).PlusDays(1), 8));
        var second = await InvitedDaysAsync(world);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(offered, Is.Not.Empty);
            Assert.That(offered.Intersect(off), Is.Empty);
            Assert.That(world.Tenant.Calendar.Live, Is.Not.Empty);
            Assert.That(world.Tenant.Calendar.Live.Select(item => DayOf(item.Start)).Intersect(off), Is.Empty);
            Assert.That(SentOn(world).Intersect(off), Is.Empty);
            Assert.That(second.Intersect(off), Is.Empty);
            Assert.That(second, Has.Some.GreaterThanOrEqualTo(start.PlusWeeks(1)), "the second round must invite people too");
        }
    }

    [Test]
    public async Task Round_StartingOnAHoliday_IsSentOnTheFirstWorkingDayAndClosesTheDayAfter()
    {
        var easterMonday = new LocalDate(2026, 4, 6);
        var world = await StartPairsOnAsync(easterMonday);
        await world.JoinAllAsync();
        await world.UntilAsync(World.On(easterMonday, 23));
        var early = world.People.Count(person => world.HasButton(person, "invitation.yes"));
        await world.UntilAsync(World.On(easterMonday.PlusDays(1), 9, 30));

        Assert.That(early, Is.Zero);
        Assert.That(world.People, Has.All.Matches<Person>(person => world.HasButton(person!, "invitation.yes")));
        Assert.That(await ClosingAsync(world), Is.EqualTo(World.On(easterMonday.PlusDays(2), 12)));
    }

    [TestCase("2029-12-24", "2029-12-27", TestName = "AnswersClose_ChristmasInBetween_AtNoonOfAWorkingDay")]
    [TestCase("2026-12-30", "2026-12-31", TestName = "AnswersClose_BeforeNewYear_InTheSameYear")]
    public async Task AnswersClose(string started, string closes)
    {
        var day = Date(started);
        var world = await StartPairsOnAsync(day, ("Programme:Pools:0:RoundCron", "0 0 9 * * ?"));
        await world.JoinAllAsync();
        await world.UntilAsync(World.On(day, 9, 30));

        Assert.That(await ClosingAsync(world), Is.EqualTo(World.On(Date(closes), 12)));
    }

    [Test]
    public async Task DayOff_ListedByAnAdmin_CountsForRoundsToo()
    {
        var world = await StartPairsOnAsync(ChristmasWeek, ("DaysOff:Country", "none"));
        await CloseAsync(world, new LocalDate(2026, 12, 24));
        await world.JoinAllAsync();
        await world.UntilAsync(World.On(ChristmasWeek, 9, 30));

        var offered = await OfferedAsync(world);
        Assert.That(offered, Does.Not.Contain(new LocalDate(2026, 12, 24)).And.Contain(new LocalDate(2026, 12, 25)));
    }

    [Test]
    public async Task DayOff_ListedAfterTheInvitations_HasNoMeeting()
    {
        var closed = new LocalDate(2026, 12, 24);
        var world = await StartPairsOnAsync(ChristmasWeek);
        await world.JoinAllAsync();
        await world.UntilAsync(World.On(ChristmasWeek, 9, 30));
        await world.SayYesAsync(world.People);
        await CloseAsync(world, closed);
        await world.SettleAsync();

        Assert.That(world.Tenant.Calendar.Live.Select(item => DayOf(item.Start)), Does.Not.Contain(closed));
    }

    [Test]
    public async Task Office_InAnotherCountry_HasItsOwnHolidays()
    {
        // 11 November is a holiday in Belgium but not in the Netherlands.
        var monday = new LocalDate(2026, 11, 9);
        var world = await StartOnAsync(
            monday,
            SamplePeople.Of(26, (person, index) => index % 2 == 0 ? person with { Office = "Brussel" } : person),
            ("DaysOff:Offices:Brussel", "be"));
        await world.JoinAllAsync();
        await world.UntilAsync(World.On(monday, 9, 30));

        var invitations = await ReadAsync(world, db => db.Invitations.ToListAsync());
        var byCountry = invitations.ToLookup(
            invitation => world.People.Single(person => person.ObjectId.ToString() == invitation.PersonId).Office!,
            invitation => invitation.Gaps.Select(gap => DayOf(invitation.Week.Of(gap).Start)));
        Assert.That(byCountry["Brussel"].SelectMany(days => days), Does.Not.Contain(new LocalDate(2026, 11, 11)));
        Assert.That(byCountry["Utrecht"].SelectMany(days => days), Does.Contain(new LocalDate(2026, 11, 11)));
    }

    [Test]
    public async Task FollowUp_OverdueOnAHoliday_WaitsForAWorkingDay()
    {
        // The service stops as the first meeting starts and restarts on Christmas morning.
        var world = await StartPairsOnAsync(ChristmasWeek);
        await world.JoinAllAsync();
        await world.UntilAsync(World.On(ChristmasWeek, 9, 30));
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        await world.UntilAsync(world.Tenant.Calendar.Live.Min(item => item.Start));
        await world.StopServiceAsync();
        world.Tenant.Clock.AdvanceTo(World.On(new LocalDate(2026, 12, 25), 10).ToDateTimeOffset());
        await world.StartServiceAsync();
        await world.UntilAsync(World.On(new LocalDate(2026, 12, 27), 20));
        var during = world.People.SelectMany(world.MessagesTo)
            .Where(message => DayOf(message.SentAt) >= new LocalDate(2026, 12, 25)).Select(message => message.Summary).ToList();
        await world.UntilAsync(World.On(new LocalDate(2026, 12, 28), 12));

        Assert.That(during, Is.Empty);
        Assert.That(world.People.Count(person => world.HasButton(person, "didYouMeet.yes")), Is.GreaterThan(0));
    }

    [TestCase("Rituals:DutchHolidays", "false", true)]
    [TestCase("Rituals:DutchHolidays", "true", false)]
    [TestCase("DaysOff:Country", "DE", false)]
    [TestCase("DaysOff:Country", "none", true)]
    public async Task Setting_CurrentOrLegacy_DecidesWhichHolidaysCount(string key, string value, bool christmasIsOffered)
    {
        var world = await StartPairsOnAsync(ChristmasWeek, (key, value));
        foreach (var person in world.People)
        {
            world.Calendars.Block(person, World.On(ChristmasWeek, 0), World.On(new LocalDate(2026, 12, 25), 0));
        }

        await world.JoinAllAsync();
        await world.UntilAsync(World.On(ChristmasWeek, 9, 30));

        Assert.That((await OfferedAsync(world)).Contains(new LocalDate(2026, 12, 25)), Is.EqualTo(christmasIsOffered));
    }

    [TestCase("DaysOff:Country", "XX")]
    [TestCase("DaysOff:Offices:Brussel", "Belgium")]
    [TestCase("Programme:Pools:0:Country", "XX")]
    public void Setting_UnknownCountry_IsRefusedAtStartWithTheKeyAndWhatIsAllowed(string key, string value) => Assert.That(
        async () => await World.StartAsync(SamplePeople.Of(2), (key, value)),
        Throws.Exception.With.Message.Contains($"{key} is '{value}'; allowed are BE, DE, FR, GB, IE, LU, NL, or none"));

    // Eight people meet at open tables unless these are off; in pairs they are offered the same days as a larger pool.
    private Task<World> StartPairsOnAsync(LocalDate monday, params IEnumerable<(string Key, string Value)> settings) =>
        StartOnAsync(monday, SamplePeople.Of(8), [.. settings, ("Programme:Pools:0:OpenTables", "false")]);

    private static LocalDate Date(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;

    private static LocalDate DayOf(Instant moment) => moment.InZone(Amsterdam).Date;

    private static Task<T> ReadAsync<T>(World world, Func<ConnectDb, Task<T>> read) =>
        world.Service.Services.GetRequiredService<Data.Database>().ReadAsync(read, default);

    private static async Task<List<LocalDate>> OfferedAsync(World world) =>
    [
        .. (await ReadAsync(world, db => db.Invitations.ToListAsync()))
            .SelectMany(row => row.Gaps.Select(gap => DayOf(row.Week.Of(gap).Start))).Distinct(),
    ];

    private static async Task<List<LocalDate>> InvitedDaysAsync(World world) =>
    [
        .. (await ReadAsync(world, db => db.Messages.Where(row => row.Kind == MessageKind.Invitation).ToListAsync()))
            .Select(row => DayOf(row.DueAt)).Distinct(),
    ];

    private static async Task<Instant?> ClosingAsync(World world) => (await ReadAsync(world, db => db.Rounds.SingleAsync())).AnswersUntil;

    private static List<LocalDate> SentOn(World world) =>
        [.. world.People.SelectMany(world.MessagesTo).Select(message => DayOf(message.SentAt)).Distinct()];

    private static Task CloseAsync(World world, LocalDate day) => world.Service.Services.GetRequiredService<OrganisationStore>()
        .SetHolidayAsync(day, "Dicht", "Closed", new Actor("admin", "Admin", TeamsConnectBot.Roles.Role.Admin), default);
}
