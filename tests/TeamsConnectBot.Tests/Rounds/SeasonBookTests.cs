using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Meetings;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Rounds;

/// <summary>Which seasons are waiting for their next meeting, found from the meetings and the answers that are stored.</summary>
internal sealed class SeasonBookTests
{
    private PrivacyWorld world = null!;
    private int number;

    private Instant Now => Instant.FromDateTimeOffset(world.Clock.Now);

    [OneTimeSetUp]
    public async Task StartAsync() => world = await PrivacyWorld.StartAsync(people: 2);

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [TestCase(MemberAnswer.ThreeTimes, MemberAnswer.ThreeTimes, true)]
    [TestCase(MemberAnswer.ThreeTimes, MemberAnswer.AgainPlease, false)]
    [TestCase(MemberAnswer.ThreeTimes, MemberAnswer.Asked, false)]
    public async Task Season_WaitsOnlyIfBothSaidThreeTimes(MemberAnswer one, MemberAnswer other, bool waits)
    {
        var pool = await AddAsync(Row(one, other));

        Assert.That(await WaitingAsync(pool), Has.Count.EqualTo(waits ? 1 : 0));
    }

    [TestCase(55, true)]
    [TestCase(57, false)]
    public async Task Season_WaitsForEightWeeks(int days, bool waits)
    {
        var pool = await AddAsync(Row(ended: Now - Duration.FromDays(days)));

        Assert.That(await WaitingAsync(pool), Has.Count.EqualTo(waits ? 1 : 0));
    }

    [Test]
    public async Task Season_OfAGroupOrAnOpenTableOrHelp_DoesNotBegin()
    {
        var group = Row();
        group.Members.Add(new MemberRow
            { ConnectionId = group.Id, PersonId = "third", Nonce = "n", Answer = MemberAnswer.ThreeTimes });

        Assert.That(await WaitingAsync(await AddAsync(group)), Is.Empty);
        Assert.That(await WaitingAsync(await AddAsync(Row(isOpenTable: true))), Is.Empty);
        Assert.That(await WaitingAsync(await AddAsync(Row(isForQuestion: true))), Is.Empty);
    }

    [TestCase(2, MeetingState.Announced, null)]
    [TestCase(2, MeetingState.Moving, null)]
    [TestCase(2, MeetingState.Off, 2)]
    [TestCase(2, MeetingState.Over, 3)]
    public async Task Season_NextTime_FollowsFromItsMeetings(int time, MeetingState state, int? next)
    {
        var first = Row();
        var pool = await AddAsync(first);
        await AddAsync(Row(MemberAnswer.DidNotMeet, MemberAnswer.Asked, state: state, seasonOf: first.Id, time: time, pool: pool));

        Assert.That((await WaitingAsync(pool)).Values.SingleOrDefault()?.NextTime, Is.EqualTo(next));
    }

    [Test]
    public async Task Season_AfterThreeTimes_IsDone_AndANewOneCanBegin()
    {
        var first = Row();
        var pool = await AddAsync(first);
        await AddAsync(Row(MemberAnswer.Met, MemberAnswer.Met, seasonOf: first.Id, time: 2, pool: pool));
        var last = Row(seasonOf: first.Id, time: 3, pool: pool);
        await AddAsync(last);

        Assert.That((await WaitingAsync(pool)).Values, Is.EqualTo(new[] { new WaitingSeason(last.Id, 2) }));
    }

    private Task<IReadOnlyDictionary<PersonPair, WaitingSeason>> WaitingAsync(string pool) =>
        world.ReadAsync(db => world.Services.GetRequiredService<SeasonBook>().WaitingAsync(db, pool, default));

    private async Task<string> AddAsync(MeetingRow row)
    {
        await world.WriteAsync(db =>
        {
            db.Meetings.Add(row);
            return Task.CompletedTask;
        });
        return row.PoolId;
    }

    private MeetingRow Row(
        MemberAnswer one = MemberAnswer.ThreeTimes, MemberAnswer other = MemberAnswer.ThreeTimes, Instant? ended = null,
        bool isOpenTable = false, MeetingState state = MeetingState.Over, Guid? seasonOf = null, int? time = null, string? pool = null,
        bool isForQuestion = false)
    {
        var id = Guid.CreateVersion7(world.Clock.Now.AddMilliseconds(number++));
        return new MeetingRow
        {
            Id = id, RoundId = id, PoolId = pool ?? $"pool-{number}", State = state, Offer = Offer.Coffee,
            Monday = new LocalDate(2020, 1, 6),
            StartsAt = (ended ?? Now - Duration.FromDays(1)) - Duration.FromMinutes(30), Minutes = 30, Question = 1,
            IsOpenTable = isOpenTable, IsForQuestion = isForQuestion, SeasonOf = seasonOf, SeasonTime = time,
            Members =
            [
                new MemberRow { ConnectionId = id, PersonId = "one", Nonce = "n", Answer = one },
                new MemberRow { ConnectionId = id, PersonId = "other", Nonce = "n", Answer = other },
            ],
        };
    }
}
