using TeamsConnectBot.Privacy;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>Who decides by vote, and how often the charter is voted on.</summary>
internal sealed class VoteTests
{
    private RitualWorld world = null!;

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task GroupChat_WithoutOwners_DecidesByVote()
    {
        world = await RitualWorld.StartAsync(isGroupChat: true);
        Assert.That(
            await world.SayAsync(world.Member, "ritueel nieuw Lunch elke donderdag 12:00"), Does.Contain("Het team stemt hierover"));
        await world.ClickAsync(world.Member, "ritual.confirm");
        await world.VoteAsync((0, "vote.yes"), (1, "vote.yes"), (2, "vote.yes"));
        await world.UntilAsync(3, 4, 12, 1);

        Assert.That((await world.RitualsAsync()).Single().Plan.Name, Is.EqualTo("Lunch"));
        Assert.That(world.Announcements(), Is.EqualTo(1));
    }

    [Test]
    public async Task Team_WithoutOwners_DecidesByVote()
    {
        world = await RitualWorld.StartAsync();
        var group = world.Tenant.Groups.Find(world.Channel.Team!.GroupId)!;
        world.Tenant.Groups.Set(group with { Owners = [], Members = [.. group.Members.Skip(1)] });

        Assert.That(
            await world.SayAsync(world.Member, "ritueel nieuw Wandelen elke woensdag 12:30"), Does.Contain("Het team stemt hierover"));
    }

    [Test]
    public async Task Charter_WithoutARitual_IsAskedAgainAfterAQuarterOnlyIfAgreed()
    {
        world = await RitualWorld.StartAsync();
        await world.SayAsync(world.Owner, "afspraken stemmen");
        foreach (var person in world.World.People.Take(3))
        {
            await world.ClickAsync(person, "charter.vote", new JsonObject { ["task0"] = "Ai" });
        }

        await world.UntilAsync(3, 4, 8);
        foreach (var (month, day, count) in new[] { (6, 3, 2), (9, 4, 2) })
        {
            world.Tenant.Clock.AdvanceTo(RitualWorld.At(month, day, 6));
            await world.UntilAsync(month, day + 3, 8);
            Assert.That(
                await world.World.ReadAsync(db => db.Proposals.CountAsync(row => row.Kind == ProposalKind.Charter)), Is.EqualTo(count));
        }
    }

    [Test]
    public async Task Charter_ReplacedByALaterOne_IsDeletedAfterAYear()
    {
        world = await RitualWorld.StartAsync();
        var now = RitualWorld.InstantAt(3, 2, 7);
        await world.SayAsync(world.Member, "afspraken");
        var space = await world.World.ReadAsync(db => db.Spaces.SingleAsync());
        foreach (var (daysAgo, state) in new[]
        {
            (900, ProposalState.Passed), (800, ProposalState.Passed), (700, ProposalState.Rejected), (200, ProposalState.TooFew),
        })
        {
            await AddCharterAsync(daysAgo, state);
        }

        Assert.That(await DaysAgoAfterCleanUpAsync(), Is.EqualTo(new[] { 800, 200 }), "the latest that passed is valid");
        await AddCharterAsync(300, ProposalState.Passed);
        await AddCharterAsync(100, ProposalState.Passed);
        Assert.That(await DaysAgoAfterCleanUpAsync(), Is.EqualTo(new[] { 300, 200, 100 }));

        Task AddCharterAsync(int daysAgo, ProposalState state) => world.World.WriteAsync(db =>
        {
            db.Proposals.Add(new Proposal
            {
                Id = Guid.CreateVersion7((now - Duration.FromDays(daysAgo)).ToDateTimeOffset()), SpaceId = space.Id, Nonce = "n",
                Kind = ProposalKind.Charter, ClosesAt = now - Duration.FromDays(daysAgo), State = state,
            });
            return Task.CompletedTask;
        });

        async Task<List<int>> DaysAgoAfterCleanUpAsync()
        {
            await world.World.Services.GetRequiredService<Retention>().ApplyAsync(default);
            var closed = await world.World.ReadAsync(db => db.Proposals.Select(row => row.ClosesAt).ToListAsync());
            return [.. closed.Order().Select(at => (int)(now - at).TotalDays)];
        }
    }

    [Test]
    public async Task CharterRitual_EveryQuarter_AsksAgain()
    {
        world = await RitualWorld.StartAsync();
        var plan = (await world.PlanAsync("AI-afspraken")).Plan;
        var times = world.World.Services.GetRequiredService<PlanTimes>().Upcoming(plan, RitualWorld.InstantAt(3, 2, 8)).Take(2).ToList();
        Assert.That((times[1].Start - times[0].Start).TotalDays, Is.InRange(80, 100));
        foreach (var (time, count) in times.Zip([1, 2]))
        {
            // Skips the months in between, in which nothing is due.
            var before = (time.Start - Duration.FromDays(4)).ToDateTimeOffset();
            world.Tenant.Clock.AdvanceTo(before > world.World.Clock.Now ? before : world.World.Clock.Now);
            await world.World.AdvanceToAsync(time.Start.ToDateTimeOffset());
            Assert.That(
                await world.World.ReadAsync(db => db.Proposals.CountAsync(row => row.Kind == ProposalKind.Charter)), Is.EqualTo(count));
        }
    }
}
