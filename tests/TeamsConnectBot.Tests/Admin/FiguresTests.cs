using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rounds;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>Which figures are published of a week. Each test writes its own week of 80 participants to the database.</summary>
internal sealed class FiguresTests : AdminTests
{
    private const string Pool = "everyone";
    private const int Participants = 80;

    [SetUp]
    public async Task EmptyWeek() => await World.WriteAsync(async db =>
    {
        await db.Publications.ExecuteDeleteAsync();
        await db.Invitations.ExecuteDeleteAsync();
        await db.Members.ExecuteDeleteAsync();
        await db.Meetings.ExecuteDeleteAsync();
        await db.Participants.ExecuteDeleteAsync();
    });

    [TestCase("nl", "Groep iedereen")]
    [TestCase("en", "Pool everyone")]
    public async Task Pool_IsShownByItsName(string language, string says) =>
        Assert.That((await (await SignedInAsync(Reader, language)).OpenAsync("/admin/figures")).Text, Does.Contain(says));

    [Test]
    public void Pool_WithConfiguredNames_IsNamedInEachLanguage()
    {
        var pool = new PoolOptions { Id = "noord", Name = { ["nl"] = "Team Noord", ["en"] = "Team North" } };

        Assert.That((pool.NameIn("nl"), pool.NameIn("en")), Is.EqualTo(("Team Noord", "Team North")));
        Assert.That(new PoolOptions { Id = "noord" }.NameIn("nl"), Is.EqualTo("noord"));
    }

    [Test]
    public async Task Week_WithLargeGroups_IsPublishedOnceAndShownWithATable()
    {
        await WriteWeekAsync(invited: 60, yes: 45, met: 30);

        await PublishAsync();
        await PublishAsync();
        var page = await (await SignedInAsync(Reader)).OpenAsync("/admin/figures");

        Assert.Multiple(async () =>
        {
            Assert.That(
                await CountsAsync(),
                Is.EquivalentTo(new[] { (AggregateView.Met, 30), (AggregateView.Invited, 60), (AggregateView.SaidYes, 45) }));
            Assert.That(page.Body, Does.Contain("<svg class=\"chart\"").And.Match(RowOf("60", "45", "30")));
            Assert.That(page.Body, Does.Match("<text class=\"value\"[^>]*>45</text>"), "the value stands on its mark");
            Assert.That(page.Text, Does.Not.Contain("not shown: it is about"), "no dash needs an explanation");
            Assert.That(
                page.Text,
                Does.Contain("People without a free half hour in their week").And.Contain("a matter of workload, for management"));
        });
    }

    [Test]
    public async Task Week_WithACountThatWouldRevealAFewPeople_OmitsThatCount()
    {
        await WriteWeekAsync(invited: 60, yes: 33, met: 30);

        await PublishAsync();
        var page = await (await SignedInAsync(Reader)).OpenAsync("/admin/figures");

        Assert.That(
            await CountsAsync(), Is.EquivalentTo(new[] { (AggregateView.Met, 30), (AggregateView.Invited, 60) }),
            "the count of yeses would reveal the three who said yes and met nobody");
        Assert.That(page.Body, Does.Match(RowOf("60", "(–|&#x2013;)", "30")));
        Assert.That(
            page.Body,
            Does.Match(
                "Said yes</p>\\s*<svg(?:(?!</svg>).)*>&#x2013;</text>(?:(?!</svg>).)*</svg>\\s*<p class=\"subtle hint\">"),
            "the dash is explained under the picture it stands in");
    }

    [Test]
    public async Task Week_WithASelectiveRound_ShowsHowManyMetButNotHowManyWereInvited()
    {
        await WriteWeekAsync(invited: 60, yes: 45, met: 30);
        await WriteSelectiveRoundAsync(Pool);

        await PublishAsync();
        var left = (await World.Services.GetRequiredService<LeftOut>().ReadAsync(default)).Single();
        await World.WriteAsync(db => db.Rounds.ExecuteDeleteAsync());

        Assert.That(await CountsAsync(), Is.EqualTo(new[] { (AggregateView.Met, 30) }));
        Assert.That(left.Counts[(int)LeftOutReason.CalendarClosed], Is.EqualTo(new CountRange(25, 49)));
        Assert.That(left.Counts[(int)LeftOutReason.NotTheirTurn], Is.Null);
    }

    [Test]
    public async Task Week_WithASelectiveRoundInAnotherPool_IsPublishedAsUsual()
    {
        await WriteWeekAsync(invited: 60, yes: 45, met: 30);
        await WriteSelectiveRoundAsync("mentoring");

        await PublishAsync();
        await World.WriteAsync(db => db.Rounds.ExecuteDeleteAsync());

        Assert.That(
            await CountsAsync(),
            Is.EquivalentTo(new[] { (AggregateView.Met, 30), (AggregateView.Invited, 60), (AggregateView.SaidYes, 45) }));
    }

    [Test]
    public async Task Week_WithAnInvitationFromAnotherPoolsSelectiveRound_ShowsHowManyMetOnly()
    {
        await WriteWeekAsync(invited: 60, yes: 45, met: 30);
        await WriteSelectiveRoundAsync("mentoring");
        await World.WriteAsync(async db =>
        {
            // Somebody who is in both groups belongs to this pool.
            var round = await db.Rounds.SingleAsync();
            db.Invitations.Add(new Invitation
            {
                Id = Guid.CreateVersion7(World.Clock.Now), RoundId = round.Id, PersonId = "p-65", Nonce = "n", Offer = Offer.Coffee,
                Monday = round.Monday, Gaps = [], Facts = [], AnswersUntil = round.StartedAt, SentAt = round.StartedAt,
                State = InvitationState.Silent,
            });
        });

        await PublishAsync();
        await World.WriteAsync(db => db.Rounds.ExecuteDeleteAsync());

        Assert.That(await CountsAsync(), Is.EqualTo(new[] { (AggregateView.Met, 30) }));
    }

    [Test]
    public async Task Week_ThatEndedLessThanAWeekAgo_IsNotPublished()
    {
        await WriteWeekAsync(invited: 60, yes: 45, met: 30, weeksAgo: 1);

        await PublishAsync();

        Assert.That(await CountsAsync(), Is.Empty);
    }

    [Test]
    public async Task Participant_ErasedAfterPublication_ChangesNoFigureAndIsInNone()
    {
        await WriteWeekAsync(invited: 60, yes: 45, met: 30);
        await PublishAsync();
        var before = await RowsAsync();
        var name = await World.ReadAsync(async db => Pseudonym.Of(await db.Participants.SingleAsync(person => person.PersonId == "p-05")));
        Assert.That(before[0].People, Does.Contain(name));

        await World.WriteAsync(db => db.Participants.Where(person => person.PersonId == "p-05").ExecuteDeleteAsync());
        await PublishAsync();

        var left = await World.ReadAsync(async db => (await db.Participants.ToListAsync()).Select(Pseudonym.Of).ToHashSet());
        Assert.That(
            (await RowsAsync()).Select(row => (row.View, row.Count, row.Of)),
            Is.EqualTo(before.Select(row => (row.View, row.Count, row.Of))));
        Assert.That(left, Does.Not.Contain(name), "the pseudonym must belong to nobody any more, while still being counted");
    }

    [Test]
    public async Task PeopleBehindACount_AreDeletedAfterFourWeeksOnceThereIsANewerOne_AndTheNumberIsKept()
    {
        await WriteWeekAsync(invited: 60, yes: 45, met: 30);
        await PublishAsync();
        await World.WriteAsync(async db =>
        {
            foreach (var row in await db.Publications.ToListAsync())
            {
                db.Publications.Remove(row);
                db.Publications.Add(new PublicationRow
                {
                    Id = Guid.CreateVersion7(World.Clock.Now.AddMinutes(1)), View = row.View, Audience = row.Audience,
                    Period = row.Period.PlusWeeks(-4), On = row.On.PlusDays(-FigurePublisher.DaysKept - 1),
                    Count = row.Count, Of = row.Of, People = row.People, Counted = row.Counted,
                });
            }
        });

        await PublishAsync();

        var old = (await RowsAsync()).Single(row => row.View == AggregateView.SaidYes && row.Period == Monday(6));
        Assert.That((old.People, old.Counted, old.Count), Is.EqualTo(((string?)null, (string?)null, 45)));
    }

    [Test]
    public async Task NewestCount_AfterFourWeeks_StillDecidesWhomTheNextOneIsAbout()
    {
        await WriteWeekAsync(invited: 60, yes: 45, met: 30);
        await PublishAsync();
        await MoveWeekAsync(Monday(7));
        await World.WriteAsync(async db =>
        {
            var (on, week) = (Instant.FromDateTimeOffset(World.Clock.Now).InUtc().Date.PlusDays(-36), Monday(7));
            await db.Publications.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.On, on).SetProperty(row => row.Period, week));
        });
        await PublishAsync();
        Assert.That(
            (await RowsAsync()).Select(row => (row.Counted, row.People is null)),
            Is.EqualTo(Enumerable.Repeat(((string?)null, false), 3)), "the newest counts are still compared with");

        await MoveWeekAsync(Monday(2));
        await World.WriteAsync(async db => db.Participants.Add(
            ParticipantOf(Participants, (await db.Participants.FirstAsync(person => person.JoinedAt != null)).JoinedAt!.Value)));
        await PublishAsync();

        var rows = await RowsAsync();
        Assert.That(
            rows.Where(row => row.Period == Monday(2)).Select(row => (row.View, row.Of)),
            Is.EquivalentTo(new[] { AggregateView.Met, AggregateView.Invited, AggregateView.SaidYes }.Select(view => (view, Participants))),
            "one more participant is too few to count them");
        Assert.That(rows.Where(row => row.Period == Monday(7)).Select(row => row.People), Is.All.Null, "a newer count takes their place");
    }

    [Test]
    public async Task Looking_IsRecordedInTheAuditLog()
    {
        await (await SignedInAsync(Reader)).OpenAsync("/admin/figures");

        var log = await (await SignedInAsync(WorksCouncil)).OpenAsync("/admin/log");

        Assert.That(log.Text, Does.Contain($"{Reader.Name} looked at figures or a report figures"));
    }

    // The row of the only week: invited, said yes, met.
    private static string RowOf(params string[] values) =>
        "<th scope=\"row\">[^<]+</th>" + string.Concat(values.Select(value => $"\\s*<td class=\"number\">{value}</td>"));

    private LocalDate Monday(int weeksAgo) => Week.Of(Instant.FromDateTimeOffset(World.Clock.Now)).Monday.PlusWeeks(-weeksAgo);

    private Task WriteSelectiveRoundAsync(string pool) => World.WriteAsync(db => db.Rounds.AddAsync(new Round
    {
        Id = Guid.CreateVersion7(World.Clock.Now), PoolId = pool, Monday = Monday(2), Seed = 1, State = RoundState.Settled,
        StartedAt = Instant.FromDateTimeOffset(World.Clock.Now) - Duration.FromDays(14), IsSelective = true, Asked = 40,
        NotAsked = new Dictionary<string, int> { ["NoRule"] = 30, ["calendarNoAccess"] = 30 },
    }).AsTask());

    private static Participant ParticipantOf(int index, Instant joined)
    {
        var id = $"p-{index:00}";
        return new Participant
        {
            PersonId = id, PoolId = Pool, Name = id, Nonce = $"nonce-{index}", TeamsUserId = "29:" + id, ServiceUrl = "x",
            Language = "nl", Zone = "Europe/Amsterdam", InstalledAt = joined, JoinedAt = joined,
        };
    }

    private Task MoveWeekAsync(LocalDate monday) => World.WriteAsync(async db =>
    {
        await db.Invitations.ExecuteUpdateAsync(set => set.SetProperty(row => row.Monday, monday));
        await db.Meetings.ExecuteUpdateAsync(set => set.SetProperty(row => row.Monday, monday));
    });

    private Task PublishAsync() => World.Services.GetRequiredService<FigurePublisher>().PublishAsync(null, default);

    private Task<List<PublicationRow>> RowsAsync() => World.ReadAsync(db => db.Publications.OrderBy(row => row.View).ToListAsync());

    private async Task<List<(AggregateView, int)>> CountsAsync() => [.. (await RowsAsync()).Select(row => (row.View, row.Count))];

    private Task WriteWeekAsync(int invited, int yes, int met, int weeksAgo = 2) => World.WriteAsync(db =>
    {
        var monday = Monday(weeksAgo);
        var start = monday.AtMidnight().InUtc().ToInstant();
        var round = Guid.CreateVersion7(World.Clock.Now);
        var connection = new MeetingRow
        {
            Id = round, RoundId = round, PoolId = Pool, State = MeetingState.Over, Offer = Offer.Coffee, Monday = monday,
            StartsAt = start, Minutes = 30, Question = 0,
        };
        for (var index = 0; index < Participants; index++)
        {
            var id = $"p-{index:00}";
            db.Participants.Add(ParticipantOf(index, start - Duration.FromDays(9)));
            if (index < invited)
            {
                db.Invitations.Add(new Invitation
                {
                    Id = Guid.CreateVersion7(World.Clock.Now.AddMilliseconds(index)), RoundId = round, PersonId = id, Nonce = "n",
                    Offer = Offer.Coffee, Monday = monday, Gaps = [], Facts = [], AnswersUntil = start, SentAt = start,
                    State = index < yes ? InvitationState.Settled : InvitationState.Silent,
                });
            }

            if (index < met)
            {
                var answer = (index % 3) switch
                {
                    0 => MemberAnswer.Met, 1 => MemberAnswer.AgainPlease, _ => MemberAnswer.ThreeTimes,
                };
                connection.Members.Add(new MemberRow { ConnectionId = round, PersonId = id, Nonce = "n", Answer = answer });
            }
        }

        db.Meetings.Add(connection);
        return Task.CompletedTask;
    });
}
