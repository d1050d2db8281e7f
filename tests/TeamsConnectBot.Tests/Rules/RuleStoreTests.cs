using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>Drafts, versions, publishing and the works council's approval.</summary>
internal sealed class RuleStoreTests
{
    private OfficeWorld world = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => world = await OfficeWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Rules_Initially_OnlyTheOneForEverybodyIsOn()
    {
        var rules = await world.Book.ListAsync(default);

        Assert.That(rules.Count(rule => rule.IsShipped), Is.EqualTo(6));
        Assert.That(rules.Single(rule => rule.Rule.Id == "everybody").IsOn, Is.True);
        Assert.That(rules.Where(rule => rule.IsShipped && rule.Rule.Id != "everybody").Select(rule => rule.IsOn), Has.All.False);
    }

    [Test]
    public async Task Draft_SavedByTwo_SecondIsShownTheDifference()
    {
        var rule = OfficeWorld.Plain("two-editors");
        var first = await world.Drafts.SaveAsync(rule, 0, null, world.AdminActor, default);

        var second = await world.Drafts.SaveAsync(rule with { CadenceWeeks = 3 }, 0, null, world.AdminActor, default);

        Assert.That(
            (second.Kind, second.Difference.Single()), Is.EqualTo((RuleOutcomeKind.Conflict, new FieldChange("cadenceWeeks", "0", "3"))));
        Assert.That((await world.Book.FindAsync("two-editors", default))!.Draft!.Rule.CadenceWeeks, Is.Zero);
        Assert.That(
            (await world.Drafts.SaveAsync(rule with { CadenceWeeks = 3 }, 0, first.Number, world.AdminActor, default)).Kind,
            Is.EqualTo(RuleOutcomeKind.Done));
        Assert.That(
            (await world.Publishing.PublishAsync("two-editors", first.Number, world.AdminActor, default)).Kind,
            Is.EqualTo(RuleOutcomeKind.Conflict), "the draft has changed since it was read");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Draft_OfAFormFromBeforeAnotherDraft_IsAConflict(bool published)
    {
        var (id, number) = published ? ("published-between", 2) : ("discarded-between", 1);
        var rule = OfficeWorld.Plain(id);
        await world.PublishAsync(rule);
        var first = await world.Drafts.SaveAsync(rule with { Order = 7 }, 1, null, world.AdminActor, default);
        Assert.That(
            (published ? await world.Publishing.PublishAsync(id, first.Number, world.AdminActor, default)
                : await world.Drafts.DiscardAsync(id, first.Number, world.AdminActor, default)).Kind,
            Is.EqualTo(RuleOutcomeKind.Done));
        await world.Drafts.SaveAsync(rule with { Order = 8 }, number, null, world.AdminActor, default);

        var late = await world.Drafts.SaveAsync(rule with { Order = 9 }, 1, first.Number, world.AdminActor, default);

        Assert.That((late.Kind, late.Difference.Single()), Is.EqualTo((RuleOutcomeKind.Conflict, new FieldChange("order", "8", "9"))));
        Assert.That(
            (await world.Publishing.PublishAsync(id, first.Number, world.AdminActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.Conflict));
        Assert.That(
            (await world.Drafts.DiscardAsync(id, first.Number, world.AdminActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.NotFound));
        Assert.That((await world.Book.FindAsync(id, default))!.Draft!.Rule.Order, Is.EqualTo(8));
    }

    [Test]
    public async Task Draft_OfAFormWhoseDraftNowWaits_IsAConflictWithWhatWaits()
    {
        var rule = OfficeWorld.Plain("waits-between");
        await world.PublishAsync(rule);
        var first = await world.Drafts.SaveAsync(rule with { GroupMinimum = 6 }, 1, null, world.AdminActor, default);
        await world.Publishing.PublishAsync(rule.Id, first.Number, world.AdminActor, default);

        var late = await world.Drafts.SaveAsync(rule, 1, first.Number, world.AdminActor, default);

        Assert.That(
            (late.Kind, late.Number, late.Difference.Single()),
            Is.EqualTo((RuleOutcomeKind.Conflict, 2, new FieldChange("groupMinimum", "6", "10"))));
        Assert.That((await world.Book.FindAsync(rule.Id, default))!.Waiting, Is.EqualTo(2));
    }

    [Test]
    public async Task Draft_FromBeforeAnApproval_IsPublishedOnceItWasSavedWithTheDifferenceInView()
    {
        var rule = OfficeWorld.Plain("approved-between");
        await world.PublishAsync(rule);
        await world.PublishAsync(rule with { GroupMinimum = 6 });
        var mine = rule with { GroupMinimum = 6, Order = 7 };
        var draft = await world.Drafts.SaveAsync(mine, 1, null, world.AdminActor, default);
        await world.DecideAsync(rule.Id, 2, approve: true);
        Assert.That(
            (await world.Publishing.PublishAsync(rule.Id, draft.Number, world.AdminActor, default)).Kind,
            Is.EqualTo(RuleOutcomeKind.Conflict));

        var shown = await world.Drafts.SaveAsync(mine, 1, draft.Number, world.AdminActor, default);
        Assert.That(
            (shown.Kind, shown.Number, shown.Difference.Single()),
            Is.EqualTo((RuleOutcomeKind.Conflict, 2, new FieldChange("order", "900", "7"))));
        var again = await world.Drafts.SaveAsync(mine, shown.Number, draft.Number, world.AdminActor, default);
        var published = await world.Publishing.PublishAsync(rule.Id, again.Number, world.AdminActor, default);

        Assert.That((again.Kind, published.Kind, published.Number), Is.EqualTo((RuleOutcomeKind.Done, RuleOutcomeKind.Done, 3)));
    }

    [Test]
    public async Task Publish_AVersionThatIsNoLongerTheNewest_IsAConflict()
    {
        var rule = OfficeWorld.Plain("moved-on");
        await world.PublishAsync(rule);

        var late = await world.Drafts.SaveAsync(rule with { Order = 2 }, 0, null, world.AdminActor, default);

        Assert.That((late.Kind, late.Number), Is.EqualTo((RuleOutcomeKind.Conflict, 1)));
    }

    [Test]
    public async Task Publish_WithoutUsingMoreData_IsInForceAtOnceAndKeepsVersions()
    {
        var rule = OfficeWorld.Plain("plain-twice");
        Assert.That((await world.PublishAsync(rule)).Kind, Is.EqualTo(RuleOutcomeKind.Done));
        Assert.That((await world.PublishAsync(rule with { Order = 7 })).Number, Is.EqualTo(2));

        Assert.That((await world.Book.ActiveAsync(default)).Single(active => active.Rule.Id == "plain-twice").Rule.Order, Is.EqualTo(7));
        Assert.That(
            (await world.Book.VersionsAsync("plain-twice", default)).Select(version => (version.Number, version.Rule.Order)),
            Is.EqualTo(new[] { (2, 7), (1, 900) }));
        Assert.That((await world.Book.FindAsync("plain-twice", default))!.Draft, Is.Null);
    }

    [Test]
    public async Task Publish_UsingMoreData_WaitsForTheWorksCouncil()
    {
        var rule = OfficeWorld.Plain("waits") with { When = new Threshold(Measure.RemoteShare, 50) };
        var outcome = await world.PublishAsync(rule);

        Assert.That((outcome.Kind, outcome.Wider.Single().After), Is.EqualTo((RuleOutcomeKind.Waiting, "OfficeDays")));
        Assert.That((await world.Book.ActiveAsync(default)).Select(active => active.Rule.Id), Has.None.EqualTo("waits"));

        var approving = world.Get<Approving>();
        Assert.That(
            (await approving.DecideAsync("waits", 1, true, world.AdminActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.NotAllowed));
        var both = world.AdminActor with { Roles = Role.Admin | Role.WorksCouncil };
        Assert.That((await approving.DecideAsync("waits", 1, true, both, default)).Kind, Is.EqualTo(RuleOutcomeKind.AskedYourself));
        Assert.That((await approving.DecideAsync("waits", 1, true, world.CouncilActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.Done));
        Assert.That((await world.Book.ActiveAsync(default)).Select(active => active.Rule.Id), Has.One.EqualTo("waits"));
        Assert.That(
            (await world.Book.DecidedAsync(default)).Single(row => row.RuleId == "waits").DecidedByName,
            Is.EqualTo(world.CouncilMember.Name));
    }

    [Test]
    public async Task Publish_RefusedByTheWorksCouncil_KeepsTheOldVersion()
    {
        var rule = OfficeWorld.Plain("refused");
        await world.PublishAsync(rule);
        await world.PublishAsync(rule with { GroupMinimum = 6 });

        await world.DecideAsync("refused", 2, approve: false);

        var entry = await world.Book.FindAsync("refused", default);
        Assert.That((entry!.Number, entry.IsOn, entry.Waiting, entry.Rule.GroupMinimum), Is.EqualTo((1, true, (int?)null, 10)));
    }

    [Test]
    public async Task Publish_ByAReader_IsRefused()
    {
        var reader = world.AdminActor with { Roles = Role.Reader };

        Assert.That((await world.Drafts.SaveAsync(OfficeWorld.Plain("no"), 0, null, reader, default)).Who, Is.EqualTo(Role.Admin));
    }

    [Test]
    public async Task Publish_BandForASmallAudienceOrUnknownPool_IsRefused()
    {
        Assert.That(
            (await world.PublishAsync(OfficeWorld.ByBand)).Problems.Single().In("en"),
            Does.StartWith("pools is < 25. Allowed: bandAtLeast").And.Contain("≥ 25"));
        Assert.That(
            (await world.PublishAsync(OfficeWorld.Plain("elsewhere") with { Pools = ["nowhere"] })).Problems.Single().In("en"),
            Is.EqualTo("pools[0] is nowhere. Allowed: everyone."));
    }

    [Test]
    public async Task Import_WithOneInvalidRule_ImportsNone()
    {
        var file = RuleFile.Write([OfficeWorld.Plain("imported-a"), OfficeWorld.Plain("imported-b") with { Pools = ["nowhere"] }]);

        var outcome = (await world.Get<RuleTransfer>().ImportAsync(file, world.AdminActor, default)).Single();

        Assert.That((outcome.Kind, outcome.Rule!.Id), Is.EqualTo((RuleOutcomeKind.Invalid, "imported-b")));
        Assert.That(await world.Book.FindAsync("imported-a", default), Is.Null);
        Assert.That(await world.Inner.ReadAsync(db => db.RuleVersions.CountAsync(row => row.RuleId.StartsWith("imported"))), Is.Zero);
    }

    [Test]
    public async Task Export_ThenImport_ChangesNothing()
    {
        var transfer = world.Get<RuleTransfer>();
        var file = await transfer.ExportAsync(world.AdminActor, default);

        Assert.That(await transfer.ImportAsync(file, world.AdminActor, default), Is.Empty);
        var newer = file.Replace("\"format\": 1", "\"format\": 9", StringComparison.Ordinal);
        var refused = (await transfer.ImportAsync(newer, world.AdminActor, default)).Single();
        Assert.That(refused.Problems[0].Kind, Is.EqualTo(ProblemKind.NewerFormat));
    }

    [Test]
    public async Task Publish_AbortedBeforeCommit_ChangesNothing()
    {
        var rule = OfficeWorld.Plain("given-up");
        var draft = await world.Drafts.SaveAsync(rule, 0, null, world.AdminActor, default);
        var before = (await world.Audit.VerifyAsync(default)).Entries;

        // Simulates a process that ends just before the commit.
        await world.Inner.WriteAsync(async db =>
        {
            await world.Publishing.PutAsync(db, rule, world.AdminActor, default);
            await db.SaveChangesAsync();
            throw new InvalidOperationException("the end");
        }).ContinueWith(_ => { }, TaskScheduler.Default);

        var entry = await world.Book.FindAsync("given-up", default);
        Assert.That((entry!.Number, entry.IsOn, entry.Draft!.Revision), Is.EqualTo((0, false, draft.Number)));
        Assert.That((await world.Audit.VerifyAsync(default)).Entries, Is.EqualTo(before));
        Assert.That(
            (await world.Publishing.PublishAsync("given-up", draft.Number, world.AdminActor, default)).Kind,
            Is.EqualTo(RuleOutcomeKind.Done));
    }

    [Test]
    public async Task TenThousandRules_AreListedWithinSeconds()
    {
        await using var many = await OfficeWorld.StartAsync(people: 4);
        await many.Inner.WriteAsync(db =>
        {
            for (var index = 0; index < 10_000; index++)
            {
                var rule = OfficeWorld.Plain($"many-{index}");
                db.RuleVersions.Add(new RuleVersionRow
                {
                    RuleId = rule.Id, Number = 1, Json = RuleJson.Write(rule), AuthorId = "x",
                    At = NodaTime.Instant.FromUtc(2026, 1, 1, 0, 0),
                });
                db.RuleStates.Add(new RuleStateRow { RuleId = rule.Id, ActiveNumber = 1, IsOn = true });
            }

            return Task.CompletedTask;
        });
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.That(await many.Book.ListAsync(default), Has.Count.EqualTo(10_000 + ShippedRules.All.Count));

        // It takes seconds; a busy machine may need longer.
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromMinutes(3)));
    }
}
