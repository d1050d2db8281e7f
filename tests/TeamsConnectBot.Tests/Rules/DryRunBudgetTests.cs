using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.DryRuns;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>People with a role keep trying a rule on AI-use bands for a month, with the works council's permission.</summary>
internal sealed class DryRunBudgetTests
{
    private const string Pool = "everyone";

    private OfficeWorld world = null!;

    private DryRun DryRuns => world.Get<DryRun>();

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        world = await OfficeWorld.StartAsync(people: 30);
        await world.JoinAllAsync();

        // This replaces the rule 'everybody', which would otherwise also select the people whom a condition excludes.
        await world.PublishForDryRunAsync(RuleOnBands(0));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [SetUp]
    public Task NewMonthAsync() => world.Inner.WriteAsync(db => db.DryRunAnswers.ExecuteDeleteAsync());

    [Test]
    public async Task Month_Of120DifferentQuestionsOnBands_AnswersOnlyTwo()
    {
        var answers = new List<DryRunReport>();
        for (var number = 0; number < 120; number++)
        {
            var actor = number % 2 == 0 ? world.AdminActor : world.CouncilActor with { Id = $"somebody-{number}" };
            answers.Add(await DryRuns.RunAsync(RuleOnBands(number), Pool, actor, null, default));
            if (number % 40 == 3)
            {
                // Adds a rule, switches it off, and saves and discards a draft.
                await world.PublishAsync(OfficeWorld.Plain($"plain-{number}") with { Pools = ["everyone"] });
                await world.Publishing.SwitchAsync($"plain-{number}", on: false, world.AdminActor, default);
                var draft = await world.Drafts.SaveAsync(RuleOnBands(number), 1, null, world.AdminActor, default);
                await world.Drafts.DiscardAsync(ShippedRules.Everybody.Id, draft.Number, world.AdminActor, default);
            }
        }

        Assert.That(answers.Count(answer => answer.Refused is null), Is.EqualTo(2));
        Assert.That(answers.Skip(2).Select(answer => answer.Refused), Is.All.EqualTo(DryRunRefusal.BudgetSpent));
        Assert.That(await world.Inner.ReadAsync(db => db.DryRunAnswers.CountAsync()), Is.EqualTo(2));
        Assert.That(answers[^1].Left, Is.EqualTo(2));
    }

    [Test]
    public async Task SameAudience_UnderOtherNamesBySomebodyElse_GetsTheStoredAnswerForFree()
    {
        var first = await DryRuns.RunAsync(RuleOnBands(1), Pool, world.AdminActor, null, default);
        var again = RuleOnBands(1) with
        {
            Name = new("Anders", "Otherwise"), Why = new("Daarom.", "Because."), Order = 3,
            When = new AllOf([.. ((AllOf)RuleOnBands(1).When).Items.Reverse()]),
        };

        // People come and go in the meantime, so a new count would reveal who.
        await UnreachableAsync(4);
        var second = await DryRuns.RunAsync(again, Pool, world.CouncilActor, null, default);
        await ReachableAsync();

        Assert.That(second.Draft, Is.Not.Null.And.EqualTo(first.Draft));
        Assert.That((first.Price.Cost, second.Price.Cost, second.Left), Is.EqualTo((3, 0, 5)));
    }

    [Test]
    public async Task Price_ToldBefore_IsWhatIsPaid()
    {
        var before = await DryRuns.PriceAsync(RuleOnBands(2), Pool, default);
        var report = await DryRuns.RunAsync(RuleOnBands(2), Pool, world.AdminActor, null, default);
        var after = await DryRuns.PriceAsync(RuleOnBands(2), Pool, default);

        Assert.That((before.Cost, before.Left, report.Price, after), Is.EqualTo((3, 8, before, new DryRunPrice(0, 5))));
    }

    [Test]
    public async Task Chat_DryRun_TellsThePriceAndChargesAfterConfirmation()
    {
        var draft = await world.Drafts.SaveAsync(RuleOnBands(6), 1, null, world.AdminActor, default);
        var told = await world.SayAsync(world.Admin, "regel test everybody");
        var paidBefore = await world.Inner.ReadAsync(db => db.DryRunAnswers.CountAsync());
        var answer = await world.SayAsync(world.Admin, "regel test everybody ja");
        await world.Drafts.DiscardAsync(ShippedRules.Everybody.Id, draft.Number, world.AdminActor, default);

        Assert.That(told, Does.Contain("kost 3 van de 8 punten").And.Contain("regel test everybody ja").And.Not.Match(@"\d+–\d+"));
        Assert.That(paidBefore, Is.Zero);
        Assert.That(answer, Does.Contain("Dit kostte 3 punten").And.Match(@"Uitnodigingen in een week: \d+–\d+"));
    }

    [Test]
    public async Task EarlierAnswer_WithoutBudgetLeft_CanStillBeRead()
    {
        var first = await DryRuns.RunAsync(RuleOnBands(1), Pool, world.AdminActor, null, default);
        await DryRuns.RunAsync(RuleOnBands(2), Pool, world.AdminActor, null, default);

        Assert.That(
            (await DryRuns.RunAsync(RuleOnBands(3), Pool, world.AdminActor, null, default)).Refused, Is.EqualTo(DryRunRefusal.BudgetSpent));
        Assert.That((await DryRuns.RunAsync(RuleOnBands(1), Pool, world.AdminActor, null, default)).Draft, Is.EqualTo(first.Draft));
    }

    [Test]
    public async Task StoredAudience_BlurredBelowTheMinimum_KeepsItsAnswer()
    {
        await DryRuns.RunAsync(RuleOnBands(1), Pool, world.AdminActor, null, default);
        await world.Inner.WriteAsync(db => db.DryRunMonths
            .ExecuteUpdateAsync(row => row.SetProperty(month => month.Audience, DryRun.FewestPeople - 7)));

        Assert.That((await DryRuns.RunAsync(RuleOnBands(1), Pool, world.AdminActor, null, default)).Refused, Is.Null);
    }

    [Test]
    public async Task DryRun_Refused_CostsNothing()
    {
        await world.Inner.WriteAsync(db => db.DryRunMonths.ExecuteDeleteAsync());
        await UnreachableAsync(10);
        var onBands = await DryRuns.RunAsync(RuleOnBands(4), Pool, world.AdminActor, null, default);
        var inForce = await DryRuns.RunAsync(null, Pool, world.AdminActor, null, default);
        await ReachableAsync();

        Assert.That(
            (onBands.Refused, inForce.Refused), Is.EqualTo((DryRunRefusal.Invalid, DryRunRefusal.TooFewPeople)), "with twenty people left");
        Assert.That((await DryRuns.PriceAsync(RuleOnBands(4), Pool, default)).Left, Is.EqualTo(8));
    }

    private Task UnreachableAsync(int people) =>
        world.Inner.WriteAsync(db => db.Participants.OrderBy(person => person.PersonId).Take(people)
        .ExecuteUpdateAsync(row => row.SetProperty(person => person.UnreachableSince, person => person.JoinedAt)));

    private Task ReachableAsync() => world.Inner.WriteAsync(db => db.Participants
        .ExecuteUpdateAsync(row => row.SetProperty(person => person.UnreachableSince, (NodaTime.Instant?)null)));

    /// <summary>A rule for one of many different groups of people with a high band.</summary>
    private static Rule RuleOnBands(int number) => ShippedRules.Everybody with
    {
        When = new AllOf([new Threshold(Measure.AiUseBand, 2), new Threshold(Measure.DaysSinceContact, 1 + number)]),
    };
}
