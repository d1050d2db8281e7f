using TeamsConnectBot.Admin.Notices;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Tests.Admin;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>Messages in Teams about what waits for the works council. The world begins on a Monday in working hours.</summary>
internal sealed class ApprovalNoticeTests
{
    private OfficeWorld world = null!;

    private ApprovalNotices Notices => world.Get<ApprovalNotices>();

    [SetUp]
    public async Task StartAsync()
    {
        world = await OfficeWorld.StartAsync(settings: new() { ["Roles:WorksCouncil:1"] = "ConnectBot.WorksCouncil" });
        await world.Inner.InstallAsync(world.CouncilMember);
        await world.Inner.InstallAsync(world.Participant);
        await UntilAsync(new LocalDate(2026, 3, 3), hour: 10);
    }

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Change_ThatWaits_IsToldOnce_ToWhoeverChoseToHearIt_AndToNobodyElse()
    {
        var (before, others) = (world.Inner.FromBot(world.CouncilMember).Count, world.Inner.FromBot(world.Participant).Count);
        await Notices.SetAsync(world.CouncilActor, on: true, default);
        await AskAsync();

        await Notices.PlanAsync(default);
        await Notices.PlanAsync(default);
        await UntilAsync(new LocalDate(2026, 3, 3), hour: 16);

        Assert.That(await ToldAsync(), Is.EqualTo(new[] { (world.CouncilActor.Id, MessageState.Accepted) }));
        Assert.That(world.Inner.FromBot(world.CouncilMember), Has.Count.EqualTo(before + 1));
        Assert.That(world.Inner.FromBot(world.Participant), Has.Count.EqualTo(others));
    }

    [Test]
    public async Task Change_ThatWaits_IsFoundWithinAnHour_AndNobodyHearsItWithoutHavingChosenIt([Values] bool chose)
    {
        await Notices.SetAsync(world.CouncilActor, chose, default);
        await AskAsync();

        await UntilAsync(new LocalDate(2026, 3, 3), hour: 12);

        Assert.That(await ToldAsync(), chose ? Has.Count.EqualTo(1) : Is.Empty);
    }

    [Test]
    public async Task Look_IsPlanned_OnlyWhileSomebodyWantsMessages()
    {
        await Notices.SetAsync(world.CouncilActor, on: true, default);
        await UntilAsync(new LocalDate(2026, 3, 3), hour: 12);
        Assert.That(await LooksAsync(), Is.EqualTo(1));

        await Notices.SetAsync(world.CouncilActor, on: false, default);
        await UntilAsync(new LocalDate(2026, 3, 3), hour: 14);
        Assert.That(await LooksAsync(), Is.Zero);
    }

    [Test]
    public async Task Change_AskedOnASaturday_IsToldInWorkingHours()
    {
        await Notices.SetAsync(world.CouncilActor, on: true, default);
        await UntilAsync(new LocalDate(2026, 3, 7), hour: 12);
        await AskAsync();

        await UntilAsync(new LocalDate(2026, 3, 8), hour: 20);
        Assert.That((await ToldAsync()).Select(told => told.State), Is.EqualTo(new[] { MessageState.Planned }));
        await UntilAsync(new LocalDate(2026, 3, 9), hour: 11);

        Assert.That((await ToldAsync()).Select(told => told.State), Is.EqualTo(new[] { MessageState.Accepted }));
    }

    [Test]
    public async Task Change_DecidedBeforeTheMessage_IsNotToldAnyMore()
    {
        await Notices.SetAsync(world.CouncilActor, on: true, default);
        await UntilAsync(new LocalDate(2026, 3, 7), hour: 12);
        await AskAsync();
        await Notices.PlanAsync(default);

        await world.DecideAsync("told", 1, approve: false);
        await UntilAsync(new LocalDate(2026, 3, 9), hour: 11);

        Assert.That((await ToldAsync()).Select(told => told.State), Is.EqualTo(new[] { MessageState.Dropped }));
    }

    [Test]
    public async Task Member_WhoLeftTheWorksCouncil_IsNotTold()
    {
        await Notices.SetAsync(world.CouncilActor, on: true, default);
        world.Inner.Tenant.Tenant.Groups.Set(new TenantGroup(OfficeWorld.Council, "Works council"));
        await AskAsync();

        await Notices.PlanAsync(default);

        Assert.That(await ToldAsync(), Is.Empty);
    }

    [Test]
    public async Task Choice_WithoutTheRole_OrWithoutTheApp_IsNotKept()
    {
        Assert.That(
            await Notices.SetAsync(world.AdminActor, on: true, default), Is.EqualTo(NoticeChoice.NotPossible), "an admin without the app");
        Assert.That(
            await Notices.SetAsync(world.CouncilActor with { Roles = Role.Reader }, on: true, default),
            Is.EqualTo(NoticeChoice.NotPossible));
        Assert.That(await Notices.IsOnAsync(world.AdminActor.Id, default), Is.Null);
    }

    [Test]
    public async Task Choice_OfAMemberByAppRoleOnly_IsRefusedWithTheGroup()
    {
        // The Sandbox gives the app role to the last person but one, who is not in the group.
        var member = world.Inner.People[^2];
        await world.Inner.InstallAsync(member);
        using var browser = new AdminBrowser(world.Inner.Tenant.Channel.Service!, world.Inner.Tenant.AuthorizeUrl);
        await browser.SignInAsync(member);

        var answer = await browser.SubmitAsync(await browser.OpenAsync("/admin/approvals"), "handler=Hear");

        Assert.That((await browser.OpenAsync(answer.Location!)).Text, Does.Contain(OfficeWorld.Council.ToString()));
        var actor = new Actor(member.ObjectId.ToString(), member.Name, Role.WorksCouncil);
        Assert.That(await Notices.IsOnAsync(actor.Id, default), Is.False);
        Assert.That(
            await Notices.SetAsync(actor, on: false, default), Is.EqualTo(NoticeChoice.Kept), "whoever left the group can still stop them");
    }

    private Task<int> LooksAsync() =>
        world.Inner.ReadAsync(db => db.DueTasks.CountAsync(task => task.Kind == DueTaskKind.TellApprovals));

    private Task<RuleOutcome> AskAsync() =>
        world.PublishAsync(OfficeWorld.Plain("told") with { When = new Threshold(Measure.RemoteShare, 50) });

    private Task<List<(string PersonId, MessageState State)>> ToldAsync() => world.Inner.ReadAsync(async db =>
        (await db.Messages.Where(message => message.Kind == MessageKind.ApprovalWaits).ToListAsync())
            .ConvertAll(message => (message.PersonId, message.State)));

    private Task UntilAsync(LocalDate day, int hour) =>
        world.Inner.AdvanceToAsync(day.At(new LocalTime(hour, 30)).InUtc().ToDateTimeOffset());
}
