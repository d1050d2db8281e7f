using TeamsConnectBot.Core.Matching.Learning;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Tests.Privacy;
using RoundRow = TeamsConnectBot.Data.Round;

namespace TeamsConnectBot.Tests.Rounds;

/// <summary>A pool learns which kinds of meetings take place from people's answers afterwards.</summary>
internal sealed class LearningTests
{
    private static readonly MeetingKind Online = new(Offer.Coffee, InPerson: false, AcrossDepartments: true);

    private PrivacyWorld world = null!;
    private int number;

    [OneTimeSetUp]
    public async Task MeetAsync()
    {
        world = await PrivacyWorld.StartAsync(
            people: 2, organisation => organisation with
            {
                People = [.. organisation.People.Select((person, index) => person with { Department = $"Department {index}" })],
            });
        await Privacy.FirstRound.MeetAsync(world, world.People[0], world.People[1]);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Connection_OfTwoDepartments_IsStoredAsAcrossDepartments() => Assert.That(
        await world.ReadAsync(db =>
            db.Meetings.Where(row => row.EventId != null).Select(row => row.AcrossDepartments).ToListAsync()),
        Is.EqualTo(new[] { true }));

    [Test]
    public async Task History_MissedMeetings_LowerTheirKindInTheirPoolOnly()
    {
        var round = await AddMeetingAsync("everyone", MeetingState.Over, MemberAnswer.DidNotMeet, office: null);
        await AddMeetingAsync("everyone", MeetingState.Off, MemberAnswer.DidNotMeet, office: "Utrecht");
        await AddMeetingAsync("another", MeetingState.Over, MemberAnswer.AgainPlease, office: null);

        var learned = (await world.Services.GetRequiredService<PoolHistoryReader>().ReadAsync(Pool(), round, default)).Learned;

        // Two answers of 0, averaged with a prior of twenty answers at 700, give 636, which is 64 lower than 700.
        Assert.That(learned.FactorOf(Online), Is.EqualTo(1000 - (200 * 64 / 700)));
        Assert.That(learned.FactorOf(Online with { InPerson = true }), Is.EqualTo(1000));
    }

    [Test]
    public async Task History_BothAskedToMeetAgain_HoldsUntilTheyDo()
    {
        var pool = new PoolOptions { Id = "fresh" };
        var histories = world.Services.GetRequiredService<PoolHistoryReader>();
        await AddMeetingAsync(pool.Id, MeetingState.Over, MemberAnswer.AgainPlease, office: null);
        var second = await AddMeetingAsync(pool.Id, MeetingState.Over, MemberAnswer.Met, office: null);
        var third = await AddMeetingAsync(pool.Id, MeetingState.Over, MemberAnswer.Met, office: null);

        Assert.That((await histories.ReadAsync(pool, second, default)).Again, Has.Count.EqualTo(1));
        Assert.That((await histories.ReadAsync(pool, third, default)).Again, Is.Empty);
    }

    private PoolOptions Pool() => world.Services.GetRequiredService<PoolCatalogue>().Find("everyone");

    /// <returns>The meeting's round.</returns>
    private async Task<RoundRow> AddMeetingAsync(string pool, MeetingState state, MemberAnswer answer, string? office)
    {
        var now = Instant.FromDateTimeOffset(world.Clock.Now);
        var (id, monday) = (NewId(), new LocalDate(2020, 1, 6).PlusWeeks(number));
        var round = new RoundRow
        {
            Id = NewId(), PoolId = pool, Monday = monday, Seed = 1, State = RoundState.Settled,
            StartedAt = now + Duration.FromSeconds(number),
        };
        await world.WriteAsync(db =>
        {
            db.Rounds.Add(round);
            db.Meetings.Add(new MeetingRow
            {
                Id = id, RoundId = round.Id, PoolId = pool, State = state, Offer = Offer.Coffee, Monday = monday,
                StartsAt = now - Duration.FromDays(1),
                Minutes = 30, Office = office, AcrossDepartments = true, Question = 1,
                Members =
                [
                    .. world.People.Select(person => new MemberRow
                    {
                        ConnectionId = id, PersonId = person.ObjectId.ToString(), Nonce = "n", Answer = answer,
                    }),
                ],
            });
            return Task.CompletedTask;
        });
        return round;
    }

    private Guid NewId() => Guid.CreateVersion7(world.Clock.Now.AddMilliseconds(number++));
}
