using TeamsConnectBot.Audit;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Experiments;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Rules.Experiments;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>A round follows the rules in force, and an invitation stores its reason.</summary>
internal sealed class RoundRuleTests : JoinedOfficeTests
{
    [Test]
    public async Task Round_NothingPublished_UsesTheRuleForEverybody()
    {
        await World.Inner.AdvanceToAsync(FirstRound.Invited);

        var invitations = await World.InvitationsAsync();
        Assert.That(invitations, Has.Count.EqualTo(6));
        Assert.That(
            invitations.Select(row => (row.RuleId, row.RuleNumber, row.Offer)), Has.All.EqualTo(("everybody", (int?)1, Offer.Coffee)));
        Assert.That((await World.Inner.ReadAsync(db => db.Rounds.SingleAsync())).IsSelective, Is.False);
        Assert.That(
            await World.SayAsync(World.Participant, "waarom"), Does.Contain("Wie meedoet, krijgt hooguit één uitnodiging per week"));
    }

    [Test]
    public async Task Round_PublishedRule_KeepsItsReasonWhenTheRuleChanges()
    {
        await World.PublishAsync(OfficeWorld.Plain() with { Offer = Offer.Walk, KeepFactsDays = 20, Order = 1 });
        await World.Inner.AdvanceToAsync(FirstRound.Invited);
        await World.PublishAsync(OfficeWorld.Plain() with { Why = new("Iets heel anders.", "Something else."), Order = 1 });

        var invitations = await World.InvitationsAsync();
        Assert.That(invitations.Select(row => (row.RuleId, row.RuleNumber, row.Offer)), Has.All.EqualTo(("plain", (int?)1, Offer.Walk)));
        Assert.That(invitations[0].FactsUntil - invitations[0].AnswersUntil, Is.EqualTo(NodaTime.Duration.FromDays(20)));
        Assert.That(
            await World.SayAsync(World.Participant, "waarom"),
            Does.Contain("Omdat het een gewone week is.").And.Contain("Wat de regel doet: Vraag iedereen die meedoet voor een wandeling,")
                .And.Not.Contain("Iets heel anders"));

        foreach (var person in World.Inner.People)
        {
            await FirstRound.SayYesAsync(World.Inner, person);
        }

        await World.Inner.AdvanceToAsync(FirstRound.Settled);
        Assert.That(
            await World.Inner.ReadAsync(db => db.Meetings.Select(row => row.Offer).ToListAsync()),
            Has.Count.EqualTo(3).And.All.EqualTo(Offer.Walk));
    }

    [Test]
    public async Task Round_NoRuleOn_InvitesNobodyAndCountsTheReason()
    {
        await World.Publishing.SwitchAsync("everybody", false, World.AdminActor, default);
        await World.Inner.AdvanceToAsync(FirstRound.Invited);

        Assert.That(await World.InvitationsAsync(), Is.Empty);
        Assert.That(
            (await World.Inner.ReadAsync(db => db.Rounds.SingleAsync())).NotAsked,
            Does.ContainKey(nameof(NudgeReason.NoRule)).WithValue(6));
    }

    [Test]
    public async Task Round_WithASelectiveRule_IsMarkedSelective()
    {
        await World.PublishAsync(ShippedRules.Everybody with { When = new Threshold(Measure.LongestGap, 30) });
        await World.DecideAsync("everybody", 2, approve: true);
        await World.Inner.AdvanceToAsync(FirstRound.Invited);

        Assert.That((await World.Inner.ReadAsync(db => db.Rounds.SingleAsync())).IsSelective);
    }

    [Test]
    public async Task Trial_EachSide_GetsItsVersionAndTooFewPeopleRevealNothing()
    {
        await World.PublishAsync(OfficeWorld.Plain() with { Order = 1 });
        await World.PublishAsync(OfficeWorld.Plain() with { Order = 1, Offer = Offer.Lunch });
        Assert.That(
            (await World.Get<ExperimentRunner>().StartAsync("plain", 1, 2, World.AdminActor, default))
                .Kind, Is.EqualTo(RuleOutcomeKind.Done));
        Assert.That(
            (await World.Get<ExperimentRunner>().StartAsync("plain", 1, 2, World.AdminActor, default)).Kind,
            Is.EqualTo(RuleOutcomeKind.Invalid), "there can be one trial at a time");
        await World.Inner.AdvanceToAsync(FirstRound.Invited);

        var invitations = await World.InvitationsAsync();
        var seed = await World.Inner.ReadAsync(db => db.Trials.Select(row => row.Seed).SingleAsync());
        Assert.That(
            invitations.Select(row => (row.RuleNumber, row.Offer)),
            Is.EqualTo(
                invitations.Select(row => ExperimentSplit.IsSecond(seed, row.PersonId)
                    ? ((int?)2, Offer.Lunch) : ((int?)1, Offer.Coffee))));
        Assert.That((await World.Get<ExperimentRunner>().ReportAsync(default))!.Newest, Is.Null);
        Assert.That(await World.SayAsync(World.Reader, "rapport"), Does.Contain("nog niet genoeg mensen"));
    }

    [Test]
    public async Task Trial_WhenAnotherVersionIsPublished_Ends_AndTheRoundUsesThatVersion()
    {
        await StartTrialAsync();

        await World.PublishAsync(OfficeWorld.Plain() with { Order = 1, Offer = Offer.Walk });

        Assert.That((await World.Get<ExperimentRunner>().ReportAsync(default))!.EndedAt, Is.Not.Null);
        Assert.That(await World.AuditedAsync(AuditAction.TrialEnded, "plain 1 2"), Is.EqualTo(1));
        await World.Inner.AdvanceToAsync(FirstRound.Invited);
        Assert.That(
            (await World.InvitationsAsync()).Select(row => (row.RuleNumber, row.Offer)),
            Is.EqualTo(Enumerable.Repeat(((int?)3, Offer.Walk), 6)));
    }

    [Test]
    public async Task Trial_WhenItsRuleIsSwitchedOff_Ends_AndIsNotResumedByTheNextVersion()
    {
        await StartTrialAsync();

        await World.Publishing.SwitchAsync("plain", false, World.AdminActor, default);

        Assert.That(await World.AuditedAsync(AuditAction.TrialEnded, "plain 1 2"), Is.EqualTo(1));
        await World.PublishAsync(OfficeWorld.Plain() with { Order = 1, Offer = Offer.Walk });
        await World.Inner.AdvanceToAsync(FirstRound.Invited);
        Assert.That((await World.InvitationsAsync()).Select(row => row.RuleNumber), Is.EqualTo(Enumerable.Repeat((int?)3, 6)));
    }

    [Test]
    public async Task Trial_WhileAnotherVersionWaits_GoesOn_AndEndsWhenThatIsApproved()
    {
        await StartTrialAsync();
        await World.PublishAsync(OfficeWorld.Plain() with { Order = 1, GroupMinimum = 6 });
        Assert.That((await World.Get<ExperimentRunner>().ReportAsync(default))!.EndedAt, Is.Null);

        await World.DecideAsync("plain", 3, approve: true);

        Assert.That(await World.AuditedAsync(AuditAction.TrialEnded, "plain 1 2"), Is.EqualTo(1));
        await World.Inner.AdvanceToAsync(FirstRound.Invited);
        Assert.That((await World.InvitationsAsync()).Select(row => row.RuleNumber), Is.EqualTo(Enumerable.Repeat((int?)3, 6)));
    }

    [Test]
    public async Task Trial_LeftRunningByAnEarlierVersionOfTheService_DoesNotReplaceAVersionThatIsNotItsOwn()
    {
        await StartTrialAsync();
        await World.PublishAsync(OfficeWorld.Plain() with { Order = 1, Offer = Offer.Walk });
        await World.Inner.WriteAsync(async db => (await db.Trials.SingleAsync()).EndedAt = null);

        await World.Inner.AdvanceToAsync(FirstRound.Invited);

        Assert.That((await World.InvitationsAsync()).Select(row => row.RuleNumber), Is.EqualTo(Enumerable.Repeat((int?)3, 6)));
    }

    [Test]
    public async Task InvitationByBand_WhenTheBandIsWithdrawn_ForgetsItsRule()
    {
        await World.Inner.AdvanceToAsync(FirstRound.Invited);
        await World.Inner.WriteAsync(
            async db => (await db.Invitations.FirstAsync(row => row.PersonId == World.Participant.ObjectId.ToString())).ByBand = true);

        await World.SayAsync(World.Participant, "voorkeuren");
        await World.Inner.ClickAsync(World.Participant, Verbs.SavePreferences, new() { [Inputs.AllowAiUse] = "true" });
        await World.Inner.ClickAsync(World.Participant, Verbs.SavePreferences, new() { [Inputs.AllowAiUse] = "false" });

        var row = (await World.InvitationsAsync()).Single(row => row.PersonId == World.Participant.ObjectId.ToString());
        Assert.That(
            (row.RuleId, row.RuleNumber, row.RuleWhy, row.ByBand), Is.EqualTo(((string?)null, (int?)null, (LocalText?)null, false)));
    }

    [Test]
    public async Task InvitationByCalendar_WhenTheCalendarIsWithdrawn_ForgetsItsRule()
    {
        await World.PublishAsync(OfficeWorld.Plain("free") with { Order = 1, When = new Threshold(Measure.LongestGap, 15) });
        await World.DecideAsync("free", 1, approve: true);
        await World.Inner.AdvanceToAsync(FirstRound.Invited.AddDays(6));
        Assert.That((await World.InvitationsAsync()).Select(row => (row.RuleId, row.ByCalendar)), Has.All.EqualTo(("free", true)));

        await World.SayAsync(World.Participant, "voorkeuren");
        await World.Inner.ClickAsync(World.Participant, Verbs.SavePreferences, new() { [Inputs.AllowGaps] = "false" });

        var rows = (await World.InvitationsAsync()).ToLookup(row => row.PersonId == World.Participant.ObjectId.ToString());
        Assert.That(
            rows[true].Select(row => (row.RuleId, row.RuleWhy, row.ByCalendar, row.Gaps.Count)),
            Has.Exactly(1).EqualTo(((string?)null, (LocalText?)null, false, 0)));
        Assert.That(rows[false].Select(row => row.RuleId), Has.All.EqualTo("free"), "others keep theirs");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task InvitationByCalendar_StillOpenWhenTheCalendarIsWithdrawn_ForgetsItsRuleOnceItIsClosed(bool stops)
    {
        await World.PublishAsync(OfficeWorld.Plain("free") with { Order = 1, When = new Threshold(Measure.LongestGap, 15) });
        await World.DecideAsync("free", 1, approve: true);
        await World.Inner.AdvanceToAsync(FirstRound.Invited);
        if (stops)
        {
            await World.SayAsync(World.Participant, "stop");
        }
        else
        {
            await World.SayAsync(World.Participant, "voorkeuren");
            await World.Inner.ClickAsync(World.Participant, Verbs.SavePreferences, new() { [Inputs.AllowGaps] = "false" });
            var open = await OwnAsync();
            Assert.That(open.RuleId == "free" && open.Gaps > 0, Is.True, "the card can still be answered");
            await World.Inner.AdvanceToAsync(FirstRound.Settled.AddDays(1));
        }

        Assert.That(await OwnAsync(), Is.EqualTo(((string?)null, 0)));
        var others = (await World.InvitationsAsync()).Where(row => row.PersonId != World.Participant.ObjectId.ToString());
        Assert.That(others.Select(row => row.RuleId), Has.All.EqualTo("free"), "others keep theirs");

        async Task<(string? RuleId, int Gaps)> OwnAsync() =>
            (await World.InvitationsAsync()).Where(row => row.PersonId == World.Participant.ObjectId.ToString())
                .Select(row => (row.RuleId, row.Gaps.Count)).Single();
    }

    private async Task StartTrialAsync()
    {
        await World.PublishAsync(OfficeWorld.Plain() with { Order = 1 });
        await World.PublishAsync(OfficeWorld.Plain() with { Order = 1, Offer = Offer.Lunch });
        Assert.That(
            (await World.Get<ExperimentRunner>().StartAsync("plain", 1, 2, World.AdminActor, default)).Kind,
            Is.EqualTo(RuleOutcomeKind.Done));
    }
}
