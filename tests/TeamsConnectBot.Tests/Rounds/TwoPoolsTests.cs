using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Tests.Rounds;

/// <summary>Two pools in which the same people are.</summary>
internal sealed class TwoPoolsTests : WorldTests
{
    private static readonly Guid Everybody = NameBasedGuid.Of("group");
    private static readonly Guid Nested = NameBasedGuid.Of("nested");

    [Test]
    public async Task Rounds_OfTwoPoolsAtTheSameMoment_InviteEverybodyOnce()
    {
        var world = await StartAsync(30, SecondPool(Everybody));
        await world.JoinAllAsync();
        await WriteAsync(world, db => db.Stops.AddAsync(new StopRow
        {
            Id = Guid.CreateVersion7(world.Now.ToDateTimeOffset()), At = world.Now, ById = "a", ByWorksCouncil = false,
        }).AsTask());
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        await WriteAsync(world, async db => (await db.Stops.SingleAsync()).LiftedAt = world.Now);
        await world.Service.Services.GetRequiredService<SweepRequests>().SweepSoonAsync(default);
        await world.QuietAsync();

        await world.UntilAsync(IsoDayOfWeek.Monday, 10);

        var (rounds, invited) = await ReadAsync(world, async db => (
            await db.Rounds.CountAsync(round => round.State == RoundState.Open),
            await db.Invitations.Select(row => row.PersonId).ToListAsync()));
        Assert.That((rounds, invited.Count), Is.EqualTo((2, 30)));
        Assert.That(invited, Is.Unique);
    }

    [Test]
    public async Task Rounds_OfTwoPoolsInOneWeek_InviteEverybodyOnce_WhateverTheRuleAllows()
    {
        var world = await StartAsync(6, SecondPool(Everybody, "0 0 9 ? * WED"));
        await world.JoinAllAsync();
        await PublishAsync(world, ShippedRules.Everybody with { Budget = new BudgetRules { MostPerWeek = 2 } });
        await world.UntilAsync(IsoDayOfWeek.Monday, 10);
        foreach (var person in world.People)
        {
            await world.ClickAsync(person, "invitation.yes", ("gaps", "0"));
        }

        await world.UntilAsync(IsoDayOfWeek.Wednesday, 12);
        var (rounds, invited) = await ReadAsync(world, async db => (
            await db.Rounds.CountAsync(), await db.Invitations.Select(row => row.PersonId).ToListAsync()));
        Assert.That((rounds, invited.Count), Is.EqualTo((2, 6)));
        Assert.That(invited, Is.Unique);

        await world.UntilAsync(IsoDayOfWeek.Monday, 10, week: 1);
        Assert.That(await ReadAsync(world, db => db.Invitations.CountAsync()), Is.GreaterThan(6), "a new week");
    }

    [Test]
    public async Task WithoutGap_OfAPoolInsideAnother_IsNotPublishedBesideTheOthers_AndKeepsNobodysCalendar()
    {
        var world = await StartAsync(24, SecondPool(Nested, "0 0 11 ? * MON"));
        world.SetGroup(Nested, world.People[..22]);
        foreach (var person in world.People.Where((_, index) => index % 2 == 0))
        {
            world.Calendars.Block(person, World.At(IsoDayOfWeek.Monday, 0), World.At(IsoDayOfWeek.Sunday, 23));
        }

        await world.JoinAllAsync();
        await world.UntilAsync(IsoDayOfWeek.Monday, 12);

        var rounds = await ReadAsync(world, db => db.Rounds.CountAsync(round => round.State == RoundState.Open));
        var published = await ReadAsync(
            world, db => db.Publications.Where(row => row.View == AggregateView.WithoutGap).ToListAsync());
        Assert.That(rounds, Is.EqualTo(2));
        Assert.That(
            published.Select(row => (row.Audience, row.Count, row.Of, row.Counted)), Is.EqualTo(new[] { ("everyone", 12, 24, "") }));
    }

    [Test]
    public async Task WithoutGap_IsPublishedOnceInFourWeeks()
    {
        var world = await StartAsync(24);
        foreach (var person in world.People.Where((_, index) => index % 2 == 0))
        {
            world.Calendars.Block(person, World.At(IsoDayOfWeek.Monday, 0), World.At(IsoDayOfWeek.Sunday, 23, week: 4));
        }

        await world.JoinAllAsync();
        await world.UntilAsync(IsoDayOfWeek.Monday, 12, week: 4);

        var weeks = await ReadAsync(world, db => db.Publications.Where(row => row.View == AggregateView.WithoutGap)
            .Select(row => row.Period).ToListAsync());
        Assert.That(weeks, Is.EquivalentTo(new[] { new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 30) }));
    }

    [Test]
    public async Task Round_FindsPeopleInItsGroup_TheyGetThatPool_UnlessTheyAreStillInTheGroupOfTheirOwn()
    {
        var world = await StartAsync(24, SecondPool(Nested));
        world.SetGroup(Everybody, world.People[..12]);
        world.SetGroup(Nested, world.People[10..]);
        await world.JoinAllAsync();
        await world.UntilAsync(IsoDayOfWeek.Monday, 10);
        var first = await PoolsAsync(world);
        world.SetGroup(Everybody, world.People[..11]);
        await world.UntilAsync(IsoDayOfWeek.Monday, 10, week: 1);
        var second = await PoolsAsync(world);

        Assert.That(first, Is.EqualTo(world.People.Select((_, index) => index < 12 ? "everyone" : "second")));
        Assert.That(second, Is.EqualTo(world.People.Select((_, index) => index < 11 ? "everyone" : "second")));
        await world.Server.Teams.SayAsync(world.People[0], "doorsturen");
        await world.Server.Teams.SayAsync(world.People[20], "doorsturen");
        await world.QuietAsync();
        Assert.That(world.CardOf(world.People[0]).Text, Does.Not.Contain("Tweede Gastvrouw"));
        Assert.That(world.CardOf(world.People[20]).Text, Does.Contain("Tweede Gastvrouw"));
    }

    private static async Task<IEnumerable<string>> PoolsAsync(World world)
    {
        var pools = await ReadAsync(world, db => db.Participants.ToDictionaryAsync(row => row.PersonId, row => row.PoolId));
        return world.People.Select(person => pools[person.ObjectId.ToString()]);
    }

    private static async Task PublishAsync(World world, Rule rule)
    {
        var services = world.Service.Services;
        var admin = new Actor("a", "An admin", Role.Admin);
        var entry = await services.GetRequiredService<RuleStore>().FindAsync(rule.Id, default);
        var draft = await services.GetRequiredService<RuleDrafts>().SaveAsync(
            rule, entry?.Number ?? 0, entry?.Draft?.Revision, admin, default);
        var published = await services.GetRequiredService<Publishing>().PublishAsync(rule.Id, draft.Number, admin, default);
        Assert.That(published.Kind, Is.EqualTo(RuleOutcomeKind.Done));
    }

    private static (string Key, string Value)[] SecondPool(Guid group, string cron = "0 0 9 ? * MON") =>
    [
        ("Programme:Pools:0:OpenTables", "false"),
        ("Programme:Pools:1:Id", "second"),
        ("Programme:Pools:1:GroupId", group.ToString()),
        ("Programme:Pools:1:Zone", "Europe/Amsterdam"),
        ("Programme:Pools:1:RoundCron", cron),
        ("Programme:Pools:1:OpenTables", "false"),
        ("Programme:Pools:1:Host:Name", "Tweede Gastvrouw"),
        ("Programme:Pools:1:Host:Sentence:nl", "Ik drink graag koffie met wie ik nog niet ken."),
        ("Programme:Pools:1:Host:Sentence:en", "I like to have coffee with people I do not know yet."),
        ("Programme:Pools:1:MeetingPoints:*", "De tafel bij het raam"),
    ];

    private static Task<T> ReadAsync<T>(World world, Func<ConnectDb, Task<T>> read) =>
        world.Service.Services.GetRequiredService<Database>().ReadAsync(read, default);

    private static Task WriteAsync(World world, Func<ConnectDb, Task> write) =>
        world.Service.Services.GetRequiredService<Database>().WriteAsync(write, default);
}
