using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Figures;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>
/// The ten tasks of docs/admin.md, each from the overview by what is on the pages alone, in at most four clicks and in both languages.
/// </summary>
[TestFixture("nl")]
[TestFixture("en")]
internal sealed class AdminTaskTests(string language) : AdminTests
{
    private const int MostClicks = 4;
    private const string Waiting = "remote-and-rarely-met";

    private readonly PageTexts t = PageTexts.For(language);

    [Test]
    public async Task Task_FindOutWhetherLastWeeksRoundWentWell()
    {
        await World.WriteAsync(db =>
        {
            db.Publications.Add(new PublicationRow
            {
                Id = Guid.CreateVersion7(World.Clock.Now), View = AggregateView.Met, Audience = "everyone", Period = new(2026, 2, 16),
                On = new(2026, 3, 2), Count = 30, Of = 80,
            });
            return Task.CompletedTask;
        });
        var walk = await WalkAsync();
        var overview = walk.Page.Text;

        await walk.FollowAsync(t["overview.task.figures"]);

        Assert.That(overview, Does.Contain($"{t["figures.met"]} 30"), "the overview itself must say it");
        Arrived(walk, t["figures.funnel"]);
    }

    [Test]
    public async Task Task_AskNewcomersEveryWeekInTheirFirstMonth()
    {
        var walk = await WalkAsync();

        await walk.FollowAsync(t["overview.task.rules"]);
        await walk.PressAsync(t["rules.switchOn"], "value=\"newcomers-first-month\"");

        Arrived(walk, t["rules.waiting"]);
    }

    [Test]
    public async Task Task_StopAskingOnFridays_FindOutOnWhichDaysPeopleAreAsked_AndWhereThatIsSet() =>
        Arrived(await WalkAsync(), t["overview.whenSet"]);

    [Test]
    public async Task Task_SeeWhyARuleWaits()
    {
        var walk = await WalkAsync();
        await walk.FollowAsync(t["overview.task.rules"]);
        await walk.PressAsync(t["rules.switchOn"], $"value=\"{Waiting}\"");
        walk = await WalkAsync();

        await walk.FollowAsync(language == "nl" ? "Veel op afstand" : "Remote and rarely met");

        Arrived(walk, t["approvals.uses"]);
    }

    [Test]
    public async Task Task_AddAClosingDay()
    {
        var walk = await WalkAsync();

        await walk.FollowAsync(t["overview.task.holidays"]);
        await walk.PressAsync(t["holidays.save"], "", ("day", "2026-12-24"), ("nl", "Dicht"), ("en", "Closed that day"));

        Arrived(walk, "Closed that day");
    }

    [Test]
    public async Task Task_SeeWhatDataIsUsed()
    {
        var walk = await WalkAsync();

        await walk.FollowAsync(t["overview.task.data"]);

        Arrived(walk, t["report.dataIntro"]);
    }

    [Test]
    public async Task Task_StopEverything()
    {
        var walk = await WalkAsync();

        await walk.PressAsync(t["stop.button"]);
        Arrived(walk, t["stop.isOn"]);

        await walk.PressAsync(t["stop.start"]);
        Assert.That(walk.Page.Text, Does.Not.Contain(t["stop.isOn"]));
    }

    [Test]
    public async Task Task_ChangeTheWordsOfAnInvitation()
    {
        var walk = await WalkAsync();

        await walk.FollowAsync(t["overview.task.texts"]);
        await walk.PressAsync(t["texts.look"], "value=\"offers.walk.question\"", ("text", "Een blokje om?"));
        await walk.PressAsync(t["texts.use"]);

        Assert.That(walk.Page.Body, Does.Contain("value=\"Een blokje om?\""));
        Arrived(walk, t["saved"]);
    }

    [Test]
    public async Task Task_AddTheConfidentialAdviser()
    {
        var walk = await WalkAsync();

        await walk.FollowAsync(t["overview.task.contacts"]);
        await walk.PressAsync(t["list.save"], "", ("name", "Els Bakker, vertrouwenspersoon"), ("reach", "06 12345678"));

        Arrived(walk, "Els Bakker, vertrouwenspersoon");
    }

    [Test]
    public async Task Task_SeeWhoDecidedWhat()
    {
        var walk = await WalkAsync();
        await walk.FollowAsync(t["overview.task.holidays"]);
        await walk.PressAsync(t["holidays.save"], "", ("day", "2026-12-31"), ("nl", "Oudjaar"), ("en", "New Year's Eve"));
        walk = await WalkAsync();

        await walk.FollowAsync(t["overview.task.log"]);

        Arrived(walk, Admin.Name);
        Assert.That(walk.Page.Text, Does.Contain("Oudjaar"));
    }

    private async Task<PageWalk> WalkAsync()
    {
        var browser = await SignedInAsync(Admin, language);
        return new PageWalk(browser, await browser.OpenAsync("/admin"));
    }

    private static void Arrived(PageWalk walk, string says)
    {
        Assert.That(walk.Page.Text, Does.Contain(says));
        Assert.That(walk.Clicks, Is.LessThanOrEqualTo(MostClicks));
    }
}
