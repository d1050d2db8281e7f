using TeamsConnectBot.Audit;
using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Data;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>A rule is tried on sixty people: figures are ranges, no round is stored, and nothing is sent.</summary>
internal sealed class DryRunTests
{
    private OfficeWorld world = null!;

    private DryRun DryRuns => world.Get<DryRun>();

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        world = await OfficeWorld.StartAsync(people: 60);

        // A fixed key, because a random one would blur every run differently.
        await world.Inner.WriteAsync(
            db => db.Keys.AddAsync(new KeyRow { Name = DryRun.Key, Value = string.Concat(Enumerable.Repeat("2b", 32)) }).AsTask());
        await world.JoinAllAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task DryRun_OfARule_IsComparedWithTheRulesInForceWithoutSideEffects()
    {
        var messages = world.Inner.People.Sum(person => world.Inner.FromBot(person).Count);
        var reported = new List<int>();
        var rule = OfficeWorld.Plain("remote") with { Order = 1, When = new Threshold(Measure.RemoteShare, 100) };
        await world.PublishForDryRunAsync(rule);

        var report = await DryRuns.RunAsync(rule, "everyone", world.AdminActor, new Progress(reported), default);

        Assert.That(report.Refused, Is.Null);
        Assert.That(report.Draft!.Audience, Is.EqualTo(report.Published!.Audience));
        Assert.That(report.Published.Outlook.Invitations.Least, Is.GreaterThanOrEqualTo(25));
        Assert.That(report.Published.NeverReached.Least, Is.LessThanOrEqualTo(10));
        Assert.That(report.GraphCalls, Is.EqualTo(3));
        Assert.That(reported, Is.Ordered.And.Not.Empty.And.Some.EqualTo(100));
        Assert.That(
            await world.Inner.ReadAsync(
                async db => (await db.Rounds.CountAsync(), await db.Invitations.CountAsync(), await db.DueTasks.CountAsync())),
            Is.EqualTo((0, 0, 0)));
        Assert.That(world.Inner.People.Sum(person => world.Inner.FromBot(person).Count), Is.EqualTo(messages));
        Assert.That(await world.AuditedAsync(AuditAction.DryRun, "remote"), Is.EqualTo(1));
    }

    [Test]
    public async Task SameQuestion_AskedTwice_HasTheSameAnswer()
    {
        // This replaces the rule 'everybody', which would otherwise also select the people whom the condition excludes.
        var rule = ShippedRules.Everybody with { When = new Threshold(Measure.LongestGap, 60) };
        await world.PublishForDryRunAsync(rule);
        var one = await DryRuns.RunAsync(rule, "everyone", world.AdminActor, null, default);
        var other = await DryRuns.RunAsync(rule, "everyone", world.CouncilActor, null, default);

        Assert.That(one.Draft, Is.Not.Null.And.EqualTo(other.Draft));
        Assert.That((one.Price.Cost, other.Price.Cost, other.Left), Is.EqualTo((3, 0, one.Left)));
    }

    [Test]
    public async Task WishesNotToMeet_OfEverybody_ChangeNoFigure()
    {
        var before = await FreshAsync();
        var key = await world.Get<KeyRing>().FindAsync(DoNotMatchList.Key, default);
        List<string> people = [.. world.Inner.People.Select(person => person.ObjectId.ToString())];
        await world.Inner.WriteAsync(db =>
        {
            db.NotWith.AddRange(people.SelectMany((one, index) => people.Skip(index + 1).Select((other, number) => new DoNotMatchRow
            {
                Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddMinutes((100 * index) + number)), PersonId = one, OtherId = other,
                OtherKey = KeyedHash.Of(other, key),
            })));
            return Task.CompletedTask;
        });

        var after = await FreshAsync();

        Assert.That(await world.Get<DoNotMatchList>().PairsAsync(default), Has.Count.EqualTo(60 * 59 / 2));
        Assert.That(after, Is.EqualTo(before));
        await world.Inner.WriteAsync(db => db.NotWith.ExecuteDeleteAsync());
    }

    [Test]
    public async Task Rehearsal_OfARound_IgnoresBands([Values(false, true)] bool isRehearsal)
    {
        await world.Inner.WriteAsync(async db =>
        {
            var today = Instant.FromDateTimeOffset(world.Inner.Clock.Now).InUtc().Date;
            foreach (var person in await db.Participants.ToListAsync())
            {
                person.OwnWordAllowedAt = person.JoinedAt;
                db.AiUseDays.AddRange(Enumerable.Range(0, 14).Select(back => new AiUseDay
                {
                    PersonId = person.PersonId, Day = today.PlusDays(-back), Source = AiUseSource.SelfReport, Used = true,
                }));
            }
        });
        var pool = world.Get<PoolCatalogue>().Default;
        var now = Instant.FromDateTimeOffset(world.Inner.Clock.Now);
        var week = Week.Of(now);
        var round = new TeamsConnectBot.Data.Round
        {
            Id = Guid.Empty, PoolId = pool.Id, Monday = week.Monday, Seed = 1, State = RoundState.Gathering, StartedAt = now,
        };
        var gathered = await world.Get<Gathering>().GatherAsync(
            pool, week, requireCalendars: true, hireDates: false, readCalendars: true, default);

        var planned = await world.Get<RoundPlanning>().PlanAsync(
            pool, round, RoundTimes.At(now, PoolCalendar.NineToFive(pool.TimeZone), week), gathered,
            new RoundRules([new ActiveRule(ShippedRules.Everybody, 1)], pool.Id), isRehearsal, default);

        await world.Inner.WriteAsync(db => db.AiUseDays.ExecuteDeleteAsync());
        Assert.That(planned.Asked, Is.Not.Empty);
        Assert.That(
            planned.Asked.Select(nudge => nudge.Need.Facts.Any(fact => fact.Kind == NeedFactKind.AiUse)), Is.All.EqualTo(!isRehearsal));
    }

    [Test]
    public async Task DryRun_ByAReader_IsRefused()
    {
        Assert.That(
            (await DryRuns.RunAsync(null, "everyone", world.AdminActor with { Roles = Role.Reader }, null, default)).Refused,
            Is.EqualTo(DryRunRefusal.NotAllowed));
    }

    [Test]
    public async Task Chat_DryRun_ShowsFiguresAsRanges()
    {
        Assert.That(
            (await world.Publishing.SwitchAsync("long-time-no-contact", on: true, world.AdminActor, default)).Kind,
            Is.EqualTo(RuleOutcomeKind.Waiting));
        var refused = await world.SayAsync(world.Admin, "regel test long-time-no-contact");
        await world.Get<Approving>().AllowDryRunAsync("long-time-no-contact", 1, world.CouncilActor, default);

        var card = await world.SayAsync(world.Admin, "regel test long-time-no-contact");

        Assert.That(refused, Does.Contain("meer gegevens van mensen dan de ondernemingsraad goedkeurde").And.Not.Match(@"\d+–\d+"));
        Assert.That(card, Does.Contain("Dit kostte 0 punten"));
        Assert.That(
            card,
            Does.Contain("Lang niemand gesproken").And.Match(@"Uitnodigingen in een week: \d+–\d+ \(nu \d+–\d+\)")
                .And.Contain("Vragen aan Graph: 3"));
    }

    /// <summary>Counts the figures of a round in the whole pool afresh, after deleting those stored for the month.</summary>
    private async Task<(int, int, int, int)> FreshAsync()
    {
        await world.Inner.WriteAsync(db => db.DryRunMonths.ExecuteDeleteAsync());
        Assert.That((await DryRuns.RunAsync(null, "everyone", world.AdminActor, null, default)).Refused, Is.Null);
        var row = await world.Inner.ReadAsync(db => db.DryRunMonths.SingleAsync());
        return (row.Audience, row.Asked, row.Pairs, row.Repeats);
    }

    private sealed class Progress(List<int> reported) : IProgress<DryRunProgress>
    {
        public void Report(DryRunProgress value) => reported.Add(value.Percent);
    }
}
