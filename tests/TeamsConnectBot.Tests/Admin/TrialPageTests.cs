using System.Net;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Rules.Experiments;
using TeamsConnectBot.Rules.Rows;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>The page that compares two versions of a rule in practice.</summary>
internal sealed class TrialPageTests : AdminTests
{
    private const string RulePage = "/admin/rules/everybody";
    private const string Address = RulePage + "/trial";

    [OneTimeSetUp]
    public async Task AddSecondVersionAsync()
    {
        var admin = await SignedInAsync(Admin);
        Assert.That((await admin.OpenAsync(Address)).Text, Does.Contain("There is only one version."));
        var page = await admin.OpenAsync(RulePage);
        await admin.PostAsync(
            RulePage + "?handler=Save", PageForm.Fields(page.Body, "handler=Save", ("Form.WhyEn", "Because it is good to talk.")));
        await admin.SubmitAsync(await admin.OpenAsync(RulePage), "handler=Publish");
    }

    [SetUp]
    public Task DeleteTrialsAsync() => World.WriteAsync(db => db.Trials.ExecuteDeleteAsync());

    [Test]
    public async Task Trial_StartedByAnAdmin_IsShownToEveryRole_AndCanBeEndedByTheWorksCouncil()
    {
        var (admin, council, reader) = (await SignedInAsync(Admin), await SignedInAsync(WorksCouncil, "nl"), await SignedInAsync(Reader));
        var started = await admin.OpenAsync(
            (await admin.SubmitAsync(await admin.OpenAsync(Address), "handler=Start", ("other", "1"))).Location!);

        Assert.That(
            started.Text,
            Does.Contain("It begins with the next round.").And.Contain("Versions 2 and 1").And.Contain("Not enough people yet."));
        Assert.That(
            (await reader.OpenAsync(Address)).Body,
            Does.Contain("Versions 2 and 1").And.Not.Contain("handler=End").And.Not.Contain("handler=Start"));
        Assert.That(
            (await admin.OpenAsync("/admin/rules/newcomers-first-month/trial")).Text, Does.Contain("One comparison runs at a time."));

        var ended = await council.OpenAsync((await council.SubmitAsync(await council.OpenAsync(Address), "handler=End")).Location!);
        Assert.That(ended.Text, Does.Contain("Beëindigd."));
        Assert.That(await World.ReadAsync(db => db.Trials.CountAsync(row => row.EndedAt == null)), Is.Zero);
    }

    [TestCase("en", "Done. The comparison in practice ended with it.", "It also ends when another version is published")]
    [TestCase("nl", "Gedaan. De vergelijking in de praktijk is daarmee beëindigd.", "De vergelijking eindigt ook als een andere versie")]
    public async Task Trial_WhenItsRuleIsSwitchedOff_Ends_AndThePageSaysSo(string language, string said, string announced)
    {
        var admin = await SignedInAsync(Admin, language);
        var started = await admin.OpenAsync(
            (await admin.SubmitAsync(await admin.OpenAsync(Address), "handler=Start", ("other", "1"))).Location!);
        Assert.That(started.Text, Does.Contain(announced));

        var fields = new Dictionary<string, string>
        {
            ["id"] = "everybody", ["on"] = "false", ["__RequestVerificationToken"] = started.FormToken,
        };
        var off = await admin.OpenAsync((await admin.PostAsync("/admin/rules?handler=Switch", fields)).Location!);
        fields["on"] = "true";
        var on = await admin.OpenAsync((await admin.PostAsync("/admin/rules?handler=Switch", fields)).Location!);

        Assert.That(off.Text, Does.Contain(said));
        Assert.That(on.Text, Does.Not.Contain(said));
        Assert.That(await World.ReadAsync(db => db.Trials.CountAsync(row => row.EndedAt == null)), Is.Zero);
    }

    [Test]
    public async Task Trial_WithEnoughPeople_ShowsHowManyMetWithConfidenceIntervals()
    {
        await WriteAsync(met: 12, otherMet: 31);

        var page = await (await SignedInAsync(Reader)).OpenAsync(Address);

        // Wilson intervals for 12 and 31 of 50, and Newcombe's interval for the difference, calculated by hand.
        Assert.Multiple(() =>
        {
            Assert.That(page.Body, Does.Match("<th scope=\"row\">2</th><td>24 %</td><td>14 % – 37 %</td>"));
            Assert.That(page.Body, Does.Match("<th scope=\"row\">1</th><td>62 %</td><td>48 % – 74 %</td>"));
            Assert.That(page.Text, Does.Contain("The difference is real: it lies between 19 % and 54 %."));
        });
    }

    [Test]
    public async Task Looking_AtAStep_IsRecordedInTheAuditLogOnceADay()
    {
        await WriteAsync(met: 12, otherMet: 31);
        var reader = await SignedInAsync(Reader);
        await reader.OpenAsync(Address);
        await reader.OpenAsync(Address);

        var log = await (await SignedInAsync(WorksCouncil)).OpenAsync("/admin/log");

        Assert.That(log.Text.Split($"{Reader.Name} looked at figures or a report comparison in practice"), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Trial_WithTooFewWhoMetForOneVersion_ShowsNothing()
    {
        await WriteAsync(met: 9, otherMet: 31);

        Assert.That(
            (await (await SignedInAsync(Reader)).OpenAsync(Address)).Text, Does.Contain("Not enough people yet.").And.Not.Contain("%"));
    }

    [Test]
    public async Task Trial_OfARuleThatIsOff_CannotBeStarted_AndThePageSaysWhy()
    {
        var (dutch, english) = (await SignedInAsync(Admin, "nl"), await SignedInAsync(Admin));
        const string Off = "/admin/rules/long-time-no-contact/trial";

        Assert.That(
            (await english.OpenAsync(Off)).Text,
            Does.Contain("This rule is off. Switch it on first; then two of its versions can be compared."));
        Assert.That((await dutch.OpenAsync(Off)).Text, Does.Contain("Deze regel staat uit. Zet hem eerst aan"));
        Assert.That((await english.OpenAsync(Off)).Body, Does.Not.Contain("handler=Start"));
    }

    [TestCase("ai-week-coffee", "en", "A version that looks at how much somebody works with AI cannot be compared")]
    [TestCase("ai-week-coffee", "nl", "Een versie die kijkt hoeveel iemand met AI werkt, is niet te vergelijken")]
    [TestCase("long-time-no-contact", "en", "A version that selects by what only the bot or the person knows")]
    [TestCase("long-time-no-contact", "nl", "Een versie die kiest op wat alleen de bot of iemand zelf weet")]
    public async Task Trial_OfARuleWithABandOrPrivateFacts_IsRefusedSayingWhy(string rule, string language, string says)
    {
        var admin = await SignedInAsync(Admin, language);
        await SwitchOnWithTwoVersionsAsync(ShippedRules.Find(rule)!);
        var address = $"/admin/rules/{rule}/trial";

        var shown = await admin.OpenAsync(address);
        var form = PageForm.Fields((await admin.OpenAsync(Address)).Body, "handler=Start", ("inForce", "1"), ("other", "2"));
        var refused = await admin.OpenAsync((await admin.PostAsync(address + "?handler=Start", form)).Location!);
        await World.WriteAsync(db => db.RuleStates.Where(row => row.RuleId == rule).ExecuteDeleteAsync());

        Assert.That(shown.Text, Does.Contain(says));
        Assert.That(shown.Body, Does.Not.Contain("handler=Start"));
        Assert.That(refused.Text.Split(says), Has.Length.EqualTo(3), "the refusal and the page say so");
    }

    [Test]
    public async Task Trial_ByAReader_CannotBeStarted()
    {
        var (admin, reader) = (await SignedInAsync(Admin), await SignedInAsync(Reader));
        var fields = PageForm.Fields((await admin.OpenAsync(Address)).Body, "handler=Start", ("other", "1"));
        fields["__RequestVerificationToken"] = (await reader.OpenAsync("/admin")).FormToken;

        await reader.PostAsync(Address + "?handler=Start", fields);

        Assert.That(await World.ReadAsync(db => db.Trials.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Trial_OfUnknownRule_IsNotFound() =>
        Assert.That(
            (await (await SignedInAsync(Admin)).GetAsync("/admin/rules/no-such/trial")).Status, Is.EqualTo(HttpStatusCode.NotFound));

    // Switched on in the rows, because a rule with a band needs more people than there are here.
    private Task SwitchOnWithTwoVersionsAsync(Rule rule) => World.WriteAsync(async db =>
    {
        await db.RuleStates.Where(row => row.RuleId == rule.Id).ExecuteDeleteAsync();
        await db.RuleVersions.Where(row => row.RuleId == rule.Id).ExecuteDeleteAsync();
        db.RuleVersions.AddRange(new[] { rule, rule with { Order = 510 } }.Select((version, index) => new RuleVersionRow
        {
            RuleId = rule.Id, Number = index + 1, Json = RuleJson.Write(version), AuthorId = "an-admin",
            At = Instant.FromUtc(2026, 2, 1, 0, 0),
        }));
        db.RuleStates.Add(new RuleStateRow { RuleId = rule.Id, ActiveNumber = 1, IsOn = true });
        await db.SaveChangesAsync();
    });

    /// <summary>Publishes a trial with fifty invitations for each version, all answered long ago.</summary>
    private async Task WriteAsync(int met, int otherMet)
    {
        await World.WriteAsync(async db =>
        {
            await db.Invitations.ExecuteDeleteAsync();
            await db.Members.ExecuteDeleteAsync();
            await db.Meetings.ExecuteDeleteAsync();
        });
        await TrialRows.BeginAsync(World, weeksAgo: 5);
        await TrialRows.AddWeekAsync(World, weeksAgo: 4, (50, met), (50, otherMet));
        await World.Services.GetRequiredService<ExperimentPublisher>().PublishAsync(default);
    }
}
