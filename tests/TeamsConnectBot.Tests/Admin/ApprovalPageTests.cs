using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Tests.Rules;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>What the works council sees of a change, and what becomes of its answer.</summary>
internal sealed class ApprovalPageTests : AdminTests
{
    private const string Page = "/admin/approvals";
    private const string RulePage = "/admin/rules/remote-and-rarely-met";
    private const string Reason = "Eerst een maand; daarna kijken we opnieuw.";

    private static Actor AdminActor => new("an-admin", "Robin de Beheerder", Role.Admin);

    private LocalDate Today => Instant.FromDateTimeOffset(World.Clock.Now).InUtc().Date;

    [SetUp]
    public async Task AskAsync()
    {
        // No two decisions are made at the same moment.
        await World.AdvanceAsync(TimeSpan.FromMinutes(1));
        var publishing = World.Services.GetRequiredService<Publishing>();
        await publishing.SwitchAsync("remote-and-rarely-met", on: false, AdminActor, default);
        await publishing.SwitchAsync("remote-and-rarely-met", on: true, AdminActor, default);
    }

    [TestCase("nl", "Gevraagd door Robin de Beheerder op", "De regel staat uit: niemand wordt erdoor gevraagd.")]
    [TestCase("en", "Asked by Robin de Beheerder on", "The rule is off: nobody is asked by it.")]
    public async Task Change_ShowsWhoAsked_AndWhatIsInForceNow(string language, string asked, string now)
    {
        var page = await (await SignedInAsync(WorksCouncil, language)).OpenAsync(Page);

        Assert.That(page.Text, Does.Contain(asked).And.Contain(now));
    }

    [Test]
    public async Task Menu_LeadsWhoeverCanDecideOrAsk_ToApprovals()
    {
        var menus = new List<bool>();
        foreach (var person in new[] { WorksCouncil, Admin, Reader })
        {
            menus.Add((await (await SignedInAsync(person)).OpenAsync("/admin/topics")).Body
                .Contains($"<li><a href=\"{Page}\">Approvals</a></li>", StringComparison.Ordinal));
        }

        Assert.That(menus, Is.EqualTo(new[] { true, true, false }));
    }

    [Test]
    public async Task Change_OfARuleInForce_MarksTheWordsThatDiffer()
    {
        var changed = ShippedRules.Everybody with { GroupMinimum = 7 };
        var draft = await World.Services.GetRequiredService<RuleDrafts>().SaveAsync(changed, 1, null, AdminActor, default);
        var waiting = await World.Services.GetRequiredService<Publishing>().PublishAsync(changed.Id, draft.Number, AdminActor, default);

        var page = await (await SignedInAsync(WorksCouncil)).OpenAsync(Page);
        await World.Services.GetRequiredService<Approving>().DecideAsync(
            changed.Id, waiting.Number, false, AdminActor with { Id = "a-member", Roles = Role.WorksCouncil }, default);

        Assert.That(page.Body, Does.Contain("<del>10 </del>").And.Contain("<ins>7 </ins>"));
    }

    [Test]
    public async Task Yes_UntilADay_WithAReason_StandsOnThePage_InTheLogAndInTheReport()
    {
        var council = await SignedInAsync(WorksCouncil, "nl");
        var last = Today.PlusDays(20);

        var done = await council.OpenAsync((await council.SubmitAsync(
            await council.OpenAsync(Page), "handler=Decide", ("approve", "until"), ("until", $"{last:uuuu-MM-dd}"),
            ("reason", Reason.Replace(" ", "\n", StringComparison.Ordinal)))).Location!);
        var day = last.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("nl-NL"));

        Assert.Multiple(async () =>
        {
            Assert.That(done.Text, Does.Contain("Goedgekeurd tot en met die dag.").And.Contain($"Goedgekeurd tot en met {day}"));
            Assert.That(done.Text, Does.Contain(Reason));
            foreach (var path in new[] { "/admin", "/admin/rules", RulePage })
            {
                Assert.That((await council.OpenAsync(path)).Text, Does.Contain($"is goedgekeurd tot en met {day}"), path);
            }

            foreach (var path in new[] { "/admin/log", "/admin/report" })
            {
                Assert.That((await council.OpenAsync(path)).Text, Does.Contain($"tot en met {day} {Reason}"), path);
            }
        });

        await World.AdvanceToAsync(last.PlusDays(1).At(new LocalTime(9, 0)).InUtc().ToDateTimeOffset());
        council = await SignedInAsync(WorksCouncil, "nl");
        Assert.That((await council.OpenAsync("/admin")).Text, Does.Contain($"eindigde vanzelf na {day}. Daarna stond de regel weer uit."));
        Assert.That((await council.OpenAsync(Page)).Text, Does.Contain($"Goedgekeurd tot en met {day}; vanzelf geëindigd"));
        Assert.That((await council.OpenAsync(RulePage)).Text, Does.Contain($"gold tot en met {day} en is vanzelf geëindigd"));
        Assert.That((await council.OpenAsync("/admin/log")).Text, Does.Contain("die weer uit staat"));
    }

    [TestCase("nl")]
    [TestCase("en")]
    public async Task Yes_UntilADay_ReplacedByOneForGood_IsNotSaidToEnd(string language)
    {
        var rule = OfficeWorld.Plain("for-good-" + language) with { Name = new("Voorgoed", "For good") };
        await PublishAsync(rule);
        var last = await ApproveAsync(await PublishAsync(Wider(rule)), days: 20);
        await World.AdvanceAsync(TimeSpan.FromMinutes(1));
        await ApproveAsync(await PublishAsync(Wider(rule) with { GroupMinimum = 6 }), days: null);

        var before = await OverviewAsync(language);
        await UntilAfterAsync(last);

        Assert.That(before + await OverviewAsync(language), Does.Not.Contain("‘Voorgoed’").And.Not.Contain("‘For good’"));
    }

    [TestCase("nl", "‘narrower-nl’ eindigde vanzelf na {0}. Er veranderde niets", "2 wat niets veranderde")]
    [TestCase("en", "‘narrower-en’ ended by itself after {0}. Nothing changed", "2 which changed nothing")]
    public async Task Yes_UntilADay_NotNeededAtItsEnd_IsSaidToHaveChangedNothing(string language, string ended, string logged)
    {
        var id = "narrower-" + language;
        var rule = OfficeWorld.Plain(id) with { Name = new(id, id) };
        await PublishAsync(rule);
        var last = await ApproveAsync(await PublishAsync(Wider(rule)), days: 20);
        await PublishAsync(rule with { Order = 7 });

        var before = await OverviewAsync(language);
        await UntilAfterAsync(last);

        Assert.That(before, Does.Not.Contain($"‘{id}’"));
        Assert.That(await OverviewAsync(language), Does.Contain(string.Format(null, ended, DayIn(language, last))));
        var log = await (await SignedInAsync(WorksCouncil, language)).OpenAsync("/admin/log");
        Assert.That(log.Text, Does.Contain($"{id} {logged}"));
    }

    [TestCase("nl", "‘Even’ is goedgekeurd tot en met {0}", "‘Even’ eindigde vanzelf na {0}. Daarna gold versie 1 weer.")]
    [TestCase("en", "‘A bit’ is approved up to and including {0}", "‘A bit’ ended by itself after {0}. Version 1 came back into force.")]
    public async Task Yes_UntilADay_AfterAnotherVersion_IsSaidToHaveBroughtThatBack(string language, string ends, string ended)
    {
        var rule = OfficeWorld.Plain("a-while-" + language) with { Name = new("Even", "A bit") };
        await PublishAsync(rule);
        var last = await ApproveAsync(await PublishAsync(Wider(rule)), days: 20);

        var before = await OverviewAsync(language);
        await UntilAfterAsync(last);

        Assert.That(before, Does.Contain(string.Format(null, ends, DayIn(language, last))));
        Assert.That(await OverviewAsync(language), Does.Contain(string.Format(null, ended, DayIn(language, last))));
    }

    [Test]
    public async Task Draft_FromBeforeAnApproval_IsPublishedAfterSavingItOnceMore()
    {
        var rule = OfficeWorld.Plain("drafted") with { Name = new("Van hen", "Theirs") };
        const string address = "/admin/rules/drafted";
        await PublishAsync(rule);
        var waiting = await PublishAsync(rule with { GroupMinimum = 6 });
        var admin = await SignedInAsync(Admin);
        await SaveAsync(await admin.OpenAsync(address));
        await ApproveAsync(waiting, days: null);
        var refused = await PublishDraftAsync();
        Assert.That(refused.Text, Does.Contain("Somebody else changed this meanwhile."));

        var shown = await SaveAsync(refused);
        Assert.That(shown.Text, Does.Contain("Somebody else saved this rule meanwhile").And.Contain("Saving again puts your version"));
        var saved = await SaveAsync(shown);

        Assert.That(saved.Location, Is.EqualTo(address), saved.Text);
        Assert.That((await PublishDraftAsync()).Text, Does.Contain("Published. It takes effect from the next round."));

        Task<PageResponse> SaveAsync(PageResponse page) => admin.PostAsync(
            address + "?handler=Save", PageForm.Fields(page.Body, "handler=Save", ("Form.NameEn", "Mine")));

        async Task<PageResponse> PublishDraftAsync() =>
            await admin.OpenAsync((await admin.SubmitAsync(await admin.OpenAsync(address), "handler=Publish")).Location!);
    }

    [Test]
    public async Task Yes_UntilADayThatHasPassed_SaysSo_KeepsWhatWasTyped_AndDecidesNothing(
        [Values("2020-01-01", "", "morgen")] string until)
    {
        var council = await SignedInAsync(WorksCouncil);

        var again = await council.SubmitAsync(
            await council.OpenAsync(Page), "handler=Decide", ("approve", "until"), ("until", until), ("reason", "For a while."));

        Assert.That(again.Text, Does.Contain("at ‘Yes, up to and including’. Nothing was decided yet.").And.Contain("For a while."));
        Assert.That((await council.OpenAsync(Page)).Text, Does.Contain("Asked by Robin de Beheerder"));
    }

    [TestCase("en", "Choose ‘Approve up to and including this day’, or empty the day for a yes without an end. Nothing was decided yet.")]
    [TestCase("nl", "Kies ‘Goedkeuren tot en met deze dag’, of maak de dag leeg voor een ja zonder einde. Er is nog niets besloten.")]
    public async Task Yes_WithoutAnEnd_WithALastDayFilledIn_SaysWhichButton_KeepsWhatWasTyped_AndDecidesNothing(
        string language, string says)
    {
        var council = await SignedInAsync(WorksCouncil, language);
        var last = $"{Today.PlusDays(20):uuuu-MM-dd}";

        var again = await council.SubmitAsync(
            await council.OpenAsync(Page), "handler=Decide", ("approve", "true"), ("until", last), ("reason", Reason));

        var typed = PageForm.Fields(again.Body, "handler=Decide");
        Assert.That(again.Text, Does.Contain(says));
        Assert.That((typed["until"], typed["reason"]), Is.EqualTo((last, Reason)));
        Assert.That((await council.OpenAsync(Page)).Text, Does.Contain("Robin de Beheerder"), "it must still wait");
    }

    [Test]
    public async Task EnterKey_InTheAnswersForm_DecidesNothing_AndKeepsWhatWasTyped()
    {
        var council = await SignedInAsync(WorksCouncil);
        var page = await council.OpenAsync(Page);
        var form = page.Body[page.Body.IndexOf("handler=Decide", StringComparison.Ordinal)..];
        var first = form[form.IndexOf("<button", StringComparison.Ordinal)..];

        var again = await council.SubmitAsync(page, "handler=Decide", ("until", $"{Today.PlusDays(20):uuuu-MM-dd}"), ("reason", Reason));

        Assert.That(first[..first.IndexOf('>', StringComparison.Ordinal)], Does.Contain("first-button").And.Not.Contain("name="));
        Assert.That(again.Text, Does.Contain("Choose one of the buttons of the form. Nothing was decided yet.").And.Contain(Reason));
        Assert.That((await council.OpenAsync(Page)).Text, Does.Contain("Asked by Robin de Beheerder"));
    }

    [Test]
    public async Task No_WithAReason_StandsAmongTheDecisions()
    {
        var council = await SignedInAsync(WorksCouncil);

        var done = await council.OpenAsync((await council.SubmitAsync(
            await council.OpenAsync(Page), "handler=Decide", ("approve", "false"), ("reason", "It asks too much."))).Location!);

        Assert.That(done.Text, Does.Contain("Refused. What was in force stays.").And.Contain("It asks too much."));
    }

    [Test]
    public async Task No_StandsOnTheRulesPageAndInTheList_UntilItIsAskedAgain()
    {
        var council = await SignedInAsync(WorksCouncil);
        await council.SubmitAsync(
            await council.OpenAsync(Page), "handler=Decide", ("approve", "false"), ("reason", "It asks too much."));

        var admin = await SignedInAsync(Admin);
        foreach (var path in new[] { "/admin/rules", RulePage })
        {
            Assert.That(
                (await admin.OpenAsync(path)).Text, Does.Contain("was refused by").And.Contain("The reason: It asks too much."), path);
        }

        Assert.That((await admin.OpenAsync("/admin/rules")).Text, Does.Contain("Switching it on asks the works council again."));
        await AskAsync();
        Assert.That((await admin.OpenAsync(RulePage)).Text, Does.Not.Contain("was refused by"));
    }

    [Test]
    public async Task Answer_ThatIsNone_IsNotFoundAndDecidesNothing()
    {
        var council = await SignedInAsync(WorksCouncil);

        var answer = await council.SubmitAsync(await council.OpenAsync(Page), "handler=Decide", ("approve", "maybe"));

        Assert.That(answer.Status, Is.EqualTo(System.Net.HttpStatusCode.NotFound));
        Assert.That((await council.OpenAsync(Page)).Text, Does.Contain("Asked by Robin de Beheerder"));
    }

    private static Rule Wider(Rule rule) => rule with { When = new Threshold(Measure.RemoteShare, 50) };

    private static string DayIn(string language, LocalDate day) =>
        day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo(language == "nl" ? "nl-NL" : "en-GB"));

    private async Task<(string Id, int Number)> PublishAsync(Rule rule)
    {
        var entry = await World.Services.GetRequiredService<RuleStore>().FindAsync(rule.Id, default);
        var draft = await World.Services.GetRequiredService<RuleDrafts>()
            .SaveAsync(rule, entry?.Number ?? 0, entry?.Draft?.Revision, AdminActor, default);
        var outcome = await World.Services.GetRequiredService<Publishing>().PublishAsync(rule.Id, draft.Number, AdminActor, default);
        Assert.That(outcome.IsDone, $"{outcome.Kind}");
        return (rule.Id, outcome.Number);
    }

    private async Task<LocalDate> ApproveAsync((string Id, int Number) version, int? days)
    {
        var last = days is { } some ? Today.PlusDays(some) : (LocalDate?)null;
        var outcome = await World.Services.GetRequiredService<Approving>().DecideAsync(
            version.Id, version.Number, new ApprovalAnswer(true, last), AdminActor with { Id = "a-member", Roles = Role.WorksCouncil },
            default);
        Assert.That(outcome.Kind, Is.EqualTo(RuleOutcomeKind.Done));
        return last ?? Today;
    }

    private async Task<string> OverviewAsync(string language) =>
        (await (await SignedInAsync(WorksCouncil, language)).OpenAsync("/admin")).Text;

    private Task UntilAfterAsync(LocalDate last) =>
        World.AdvanceToAsync(last.PlusDays(1).At(new LocalTime(9, 0)).InUtc().ToDateTimeOffset());
}
