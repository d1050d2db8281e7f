using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>
/// The picture of company after AI weeks, counted on Sunday 8 March about the days from Monday 23 February. Each test writes its own
/// people: how many had a week with much AI and met somebody, or nobody; the same after another week; and of how many nothing is known.
/// </summary>
internal sealed class AiWeekFigureTests : AdminTests
{
    private const string Pool = "everyone";
    private const string Rule = "ai-week-coffee";

    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly Instant Joined = Instant.FromUtc(2026, 2, 2, 9, 0);

    private static readonly AggregateView[] Picture =
        [AggregateView.AiWeekMet, AggregateView.AiWeekAlone, AggregateView.OtherWeekMet, AggregateView.OtherWeekAlone];

    [OneTimeSetUp]
    public Task UntilSunday() => World.AdvanceToAsync(new DateTimeOffset(2026, 3, 8, 21, 0, 0, TimeSpan.Zero));

    [SetUp]
    public Task Empty() => World.WriteAsync(async db =>
    {
        await db.Publications.ExecuteDeleteAsync();
        await db.AiUseDays.ExecuteDeleteAsync();
        await db.Invitations.ExecuteDeleteAsync();
        await db.Members.ExecuteDeleteAsync();
        await db.Meetings.ExecuteDeleteAsync();
        await db.Participants.ExecuteDeleteAsync();
    });

    [Test]
    public async Task Picture_WithTenPeopleInEachGroup_IsShownOnThePageAndInTheReport_AndCountedOnce()
    {
        await WriteAsync(12, 11, 15, 13, 10);

        await CountAsync();
        await CountAsync();
        var figures = await (await SignedInAsync(Reader)).OpenAsync("/admin/figures");
        var report = await (await SignedInAsync(WorksCouncil, "nl")).OpenAsync("/admin/report");

        Assert.Multiple(async () =>
        {
            Assert.That(await CountsAsync(), Is.EqualTo(new[] { 12, 11, 15, 13 }));
            Assert.That(figures.Text, Does.Contain("Company after a week with much AI (the week of"));
            Assert.That(
                figures.Body, Does.Match("Met a colleague</th>\\s*<th scope=\"col\" class=\"number\">Met nobody, or did not say</th>"));
            Assert.That(figures.Body, Does.Match("Much AI</th>\\s*<td class=\"number\">12</td>\\s*<td class=\"number\">11</td>"));
            Assert.That(figures.Body, Does.Match("Less AI</th>\\s*<td class=\"number\">15</td>\\s*<td class=\"number\">13</td>"));
            Assert.That(figures.Text, Does.Contain("This does not prove that AI, or a rule, makes the difference."));
            Assert.That(report.Text, Does.Contain("Gezelschap na een week met veel AI").And.Contain("Dit bewijst niet dat AI"));
        });
    }

    [TestCase(9, 12, 12, 12, 12)]
    [TestCase(12, 9, 12, 12, 12)]
    [TestCase(12, 12, 9, 12, 12)]
    [TestCase(12, 12, 12, 9, 12)]
    [TestCase(12, 12, 12, 12, 9)]
    [TestCase(12, 12, 12, 12, 0)]
    public async Task Picture_WithASmallGroup_IsWithheldAsAWhole(
        int heavyMet, int heavyAlone, int otherMet, int otherAlone, int unknown)
    {
        await WriteAsync(heavyMet, heavyAlone, otherMet, otherAlone, unknown);

        await CountAsync();

        Assert.That(await RowsAsync(), Is.Empty);
        Assert.That((await (await SignedInAsync(Reader)).OpenAsync("/admin/figures")).Text, Does.Not.Contain("Company after a week"));
    }

    [Test]
    public async Task Picture_StoresNothingOfWhoHadAnAiWeek_AndTheOtherCountsOfThatWeekAreMadeWithIt()
    {
        await WriteAsync(14, 14, 14, 14, 14);

        await CountAsync();
        var rows = await RowsAsync();

        Assert.That(rows.Where(row => Picture.Contains(row.View)).Select(row => row.Counted), Is.EqualTo(new[] { "", "", "", "" }));
        Assert.That(rows.Single(row => row.View == AggregateView.Met).Count, Is.EqualTo(28));
    }

    [Test]
    public async Task OtherCounts_OfAWeekWithThePicture_AreNotMadeAgainAtNight()
    {
        await WriteAsync(14, 14, 14, 14, 14);
        await World.WriteAsync(db =>
        {
            db.Meetings.Add(Meeting(Monday.PlusWeeks(-2), Enumerable.Range(0, 14).Select(index => $"heavyMet-{index:00}")));
            return Task.CompletedTask;
        });
        await AddPictureAsync(weeksBefore: 2, await NamesAsync(_ => true));

        await PublishAtNightAsync();
        Assert.That(
            (await RowsAsync()).Select(row => row.View), Is.EqualTo(Picture), "it would have to be compared with who is not stored");

        await World.WriteAsync(db => db.Publications.ExecuteDeleteAsync());
        await PublishAtNightAsync();
        Assert.That((await RowsAsync()).Select(row => (row.View, row.Count)), Is.EqualTo(new[] { (AggregateView.Met, 14) }));
    }

    [Test]
    public async Task Picture_CountsOnlyDaysThatArePermittedNow()
    {
        await WriteAsync(12, 12, 12, 12, 12);
        await World.WriteAsync(db => db.Participants.Where(person => person.PersonId == "heavyMet-00" || person.PersonId == "heavyMet-01")
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.SourcesAllowedAt, (Instant?)null)));

        await CountAsync();

        Assert.That(await CountsAsync(), Is.EqualTo(new[] { 10, 12, 12, 12 }), "days are left, but their use is no longer allowed");
    }

    [Test]
    public async Task Picture_AfterThreeNewPeople_IsStillAboutThePeopleOfTheLastOne()
    {
        await WriteAsync(13, 12, 12, 12, 12);
        await AddPictureAsync(weeksBefore: 4, await NamesAsync(person => !person.StartsWith("heavyMet-0", StringComparison.Ordinal)
            || string.CompareOrdinal(person, "heavyMet-03") >= 0));

        await CountAsync();

        Assert.That(await CountsAsync(), Is.EqualTo(new[] { 10, 12, 12, 12 }));
    }

    [TestCase(3, 0)]
    [TestCase(4, 4)]
    public async Task Picture_AppearsAtMostOnceInFourWeeks(int weeksBefore, int published)
    {
        await WriteAsync(12, 12, 12, 12, 12);
        await AddPictureAsync(weeksBefore, await NamesAsync(_ => true));

        await CountAsync();

        Assert.That((await RowsAsync()).Count(row => row.Period == Monday && Picture.Contains(row.View)), Is.EqualTo(published));
    }

    [Test]
    public async Task Picture_WhereNoRuleUsesBands_IsNotMade()
    {
        await WriteAsync(12, 12, 12, 12, 12);
        await World.Services.GetRequiredService<Publishing>().SwitchAsync(Rule, false, ActorOf(Admin, Role.Admin), default);

        await CountAsync();

        Assert.That(await RowsAsync(), Is.Empty);
    }

    [Test]
    public async Task Participant_ErasedAfterThePicture_ChangesNoNumberAndIsBehindNone()
    {
        await WriteAsync(12, 12, 12, 12, 12);
        await CountAsync();
        var before = await RowsAsync();
        var name = (await NamesAsync(person => person == "heavyMet-00")).Single();
        Assert.That(before.Select(row => row.People), Has.All.Contains(name));
        Assert.That(before.Where(row => Picture.Contains(row.View)).Select(row => row.Counted), Has.None.Contains(name));

        await World.WriteAsync(db => db.Participants.Where(person => person.PersonId == "heavyMet-00").ExecuteDeleteAsync());
        await CountAsync();

        Assert.That(
            (await RowsAsync()).Select(row => (row.View, row.Count, row.Of)),
            Is.EqualTo(before.Select(row => (row.View, row.Count, row.Of))));
        Assert.That(await NamesAsync(_ => true), Has.None.EqualTo(name), "the pseudonym must belong to nobody any more");
    }

    private static Actor ActorOf(Person person, Role role) => new(person.ObjectId.ToString(), person.Name, role);

    private Task CountAsync() => World.Services.GetRequiredService<AiWeekPicture>().CountAsync(default);

    private Task PublishAtNightAsync() => World.Services.GetRequiredService<FigurePublisher>().PublishAsync(null, default);

    private Task<List<PublicationRow>> RowsAsync() => World.ReadAsync(async db =>
        (await db.Publications.AsNoTracking().ToListAsync()).OrderBy(row => row.View).ThenBy(row => row.Period).ToList());

    private async Task<List<int>> CountsAsync() =>
        [.. (await RowsAsync()).Where(row => row.Period == Monday && Picture.Contains(row.View)).Select(row => row.Count)];

    private Task<List<string>> NamesAsync(Func<string, bool> isOne) => World.ReadAsync(async db =>
        (await db.Participants.ToListAsync()).Where(person => isOne(person.PersonId)).Select(Pseudonym.Of).ToList());

    private Task AddPictureAsync(int weeksBefore, List<string> people) => World.WriteAsync(db =>
    {
        db.Publications.AddRange(Picture.Select((view, index) => new PublicationRow
        {
            Id = Guid.CreateVersion7(World.Clock.Now.AddMilliseconds(index)), View = view, Audience = Pool,
            Period = Monday.PlusWeeks(-weeksBefore), On = Monday.PlusWeeks(-weeksBefore).PlusDays(6), Count = 12, Of = people.Count,
            People = string.Join(' ', people), Counted = "",
        }));
        return Task.CompletedTask;
    });

    private async Task WriteAsync(int heavyMet, int heavyAlone, int otherMet, int otherAlone, int unknown)
    {
        await World.WriteAsync(db =>
        {
            var meeting = Meeting(Monday, []);
            db.Meetings.Add(meeting);
            Add(db, "heavyMet", heavyMet, usedAi: true, meeting);
            Add(db, "heavyAlone", heavyAlone, usedAi: true, null);
            Add(db, "otherMet", otherMet, usedAi: false, meeting);
            Add(db, "otherAlone", otherAlone, usedAi: false, null);
            Add(db, "unknown", unknown, usedAi: null, null);
            return Task.CompletedTask;
        });
        await World.Services.GetRequiredService<Publishing>().SwitchAsync(Rule, true, ActorOf(Admin, Role.Admin), default);
        await World.Services.GetRequiredService<Approving>().DecideAsync(
            Rule, 1, true, ActorOf(WorksCouncil, Role.WorksCouncil), default);
    }

    private MeetingRow Meeting(LocalDate monday, IEnumerable<string> members)
    {
        var meeting = new MeetingRow
        {
            Id = Guid.CreateVersion7(World.Clock.Now), RoundId = Guid.Empty, PoolId = Pool, State = MeetingState.Over,
            Offer = Offer.Coffee, Monday = monday, StartsAt = monday.PlusDays(2).AtMidnight().InUtc().ToInstant(), Minutes = 30,
            Question = 0,
        };
        meeting.Members.AddRange(members.Select(id => MemberOf(meeting, id)));
        return meeting;
    }

    private static MemberRow MemberOf(MeetingRow meeting, string id) =>
        new() { ConnectionId = meeting.Id, PersonId = id, Nonce = "n", Answer = MemberAnswer.Met };

    private static void Add(ConnectDb db, string group, int people, bool? usedAi, MeetingRow? meeting)
    {
        foreach (var id in Enumerable.Range(0, people).Select(index => $"{group}-{index:00}"))
        {
            db.Participants.Add(new Participant
            {
                PersonId = id, PoolId = Pool, Name = id, Nonce = "nonce " + id, TeamsUserId = "29:" + id, ServiceUrl = "x",
                Language = "nl", Zone = "Europe/Amsterdam", InstalledAt = Joined, JoinedAt = Joined,
                SourcesAllowedAt = usedAi is null ? null : Joined,
            });
            meeting?.Members.Add(MemberOf(meeting, id));
            for (var day = 0; usedAi is { } used && day < 5; day++)
            {
                db.AiUseDays.Add(new AiUseDay
                {
                    PersonId = id, Day = Monday.PlusDays(day - 7), Source = AiUseSource.UsageReport, Used = used && day < 3,
                });
            }
        }
    }
}
