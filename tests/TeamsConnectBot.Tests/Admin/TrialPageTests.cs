using System.Net;
using TeamsConnectBot.Rules.Experiments;
using TeamsConnectBot.Rules.Rows;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>The page that compares two versions of a rule in practice.</summary>
internal sealed class TrialPageTests : AdminTests
{
    private const string Rule = "/admin/rules/everybody";
    private const string Address = Rule + "/trial";

    [OneTimeSetUp]
    public async Task AddSecondVersionAsync()
    {
        var admin = await SignedInAsync(Admin);
        Assert.That((await admin.OpenAsync(Address)).Text, Does.Contain("There is only one version."));
        var page = await admin.OpenAsync(Rule);
        await admin.PostAsync(
            Rule + "?handler=Save", PageForm.Fields(page.Body, "handler=Save", ("Form.WhyEn", "Because it is good to talk.")));
        await admin.SubmitAsync(await admin.OpenAsync(Rule), "handler=Publish");
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
    public async Task Trial_WithTooFewWhoMetForOneVersion_ShowsNothing()
    {
        await WriteAsync(met: 9, otherMet: 31);

        Assert.That(
            (await (await SignedInAsync(Reader)).OpenAsync(Address)).Text, Does.Contain("Not enough people yet.").And.Not.Contain("%"));
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
