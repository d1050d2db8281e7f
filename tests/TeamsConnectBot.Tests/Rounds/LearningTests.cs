using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Core.Matching.Learning;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Tests.Privacy;
using TeamsConnectBot.Time;
using RoundRow = TeamsConnectBot.Data.Round;

namespace TeamsConnectBot.Tests.Rounds;

/// <summary>What people say afterwards teaches their pool what kinds of meetings take place.</summary>
internal sealed class LearningTests
{
    private static readonly MeetingKind Online = new(Offer.Coffee, InPerson: false, AcrossDepartments: true);

    private PrivacyWorld world = null!;
    private int number;

    [OneTimeSetUp]
    public async Task MeetAsync()
    {
        world = await PrivacyWorld.StartAsync(
            people: 2, organisation => organisation with { People = [.. organisation.People.Select((person, index) => person with { Department = $"Department {index}" })] });
        await Privacy.Round.MeetAsync(world, world.People[0], world.People[1]);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Connection_OfTwoDepartments_IsKeptAsSuch() => Assert.That(
        await world.ReadAsync(db => db.Connections.Where(connection => connection.EventId != null).Select(connection => connection.AcrossDepartments).ToListAsync()),
        Is.EqualTo(new[] { true }));

    [Test]
    public async Task History_MeetingsThatDidNotTakePlace_LowerTheirKindInTheirPoolAlone()
    {
        var round = await PlantAsync("everyone", ConnectionState.Over, MemberAnswer.DidNotMeet, office: null);
        await PlantAsync("everyone", ConnectionState.Off, MemberAnswer.DidNotMeet, office: "Utrecht");
        await PlantAsync("another", ConnectionState.Over, MemberAnswer.AgainPlease, office: null);

        var learnt = (await world.Services.GetRequiredService<PoolHistoryReader>().ReadAsync(Pool(), round, default)).Learnt;

        // Two people at 0, twenty at 700: 636, which is 64 of the 700 below it.
        Assert.That(learnt.FactorOf(Online), Is.EqualTo(1000 - (200 * 64 / 700)));
        Assert.That(learnt.FactorOf(Online with { InPerson = true }), Is.EqualTo(1000));
        Assert.That(learnt.Table(), Is.Empty, "Two people are too few to show anything.");
    }

    [Test]
    public async Task History_BothAskedForEachOther_HoldsUntilTheyAreBroughtTogetherOnceMore()
    {
        var pool = new PoolOptions { Id = "fresh" };
        var histories = world.Services.GetRequiredService<PoolHistoryReader>();
        await PlantAsync(pool.Id, ConnectionState.Over, MemberAnswer.AgainPlease, office: null);
        var second = await PlantAsync(pool.Id, ConnectionState.Over, MemberAnswer.Met, office: null);
        var third = await PlantAsync(pool.Id, ConnectionState.Over, MemberAnswer.Met, office: null);

        Assert.That((await histories.ReadAsync(pool, second, default)).Again, Has.Count.EqualTo(1));
        Assert.That((await histories.ReadAsync(pool, third, default)).Again, Is.Empty);
    }

    private PoolOptions Pool() => world.Services.GetRequiredService<PoolCatalogue>().Find("everyone");

    /// <returns>A round after the meeting.</returns>
    private async Task<RoundRow> PlantAsync(string pool, ConnectionState state, MemberAnswer answer, string? office)
    {
        var now = Instant.FromDateTimeOffset(world.Clock.Now);
        var (id, monday) = (NewId(), new LocalDate(2020, 1, 6).PlusWeeks(number));
        var round = new RoundRow { Id = NewId(), PoolId = pool, Monday = monday, Seed = 1, State = RoundState.Settled, StartedAt = now + Duration.FromSeconds(number) };
        await world.WriteAsync(db =>
        {
            db.Rounds.Add(round);
            db.Connections.Add(new ConnectionRow
            {
                Id = id, RoundId = round.Id, PoolId = pool, State = state, Offer = Offer.Coffee, Monday = monday, StartsAt = now - Duration.FromDays(1),
                Minutes = 30, Office = office, AcrossDepartments = true, Question = 1,
                Members = [.. world.People.Select(person => new MemberRow { ConnectionId = id, PersonId = person.ObjectId.ToString(), Nonce = "n", Answer = answer })],
            });
            return Task.CompletedTask;
        });
        return round;
    }

    private Guid NewId() => Guid.CreateVersion7(world.Clock.Now.AddMilliseconds(number++));
}
