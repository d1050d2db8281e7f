using Quartz;
using TeamsConnectBot.Data;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Tests.Operations;

/// <summary>What a service does that has nothing to do.</summary>
internal sealed class IdleServiceTests
{
    private readonly CommandCount count = new();
    private readonly QueryPlans plans = new();
    private TemporaryFolder folder = null!;
    private SandboxServer tenant = null!;
    private RunningService service = null!;

    [SetUp]
    public async Task StartAsync()
    {
        folder = TemporaryFolder.Create();
        tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = 4 });
        service = await RunningService.StartAsync(tenant, new LaunchOptions
        {
            DatabaseFile = folder.File("connect.db"),
            ConfigureHost = builder => builder.Services.ConfigureDbContext<ConnectDb>(options => options.AddInterceptors(count, plans)),
        });
        await service.Clock.QuietAsync(default);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await service.DisposeAsync();
        await tenant.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task Sweep_NothingDue_AsksTheDatabaseOnce()
    {
        var commands = await count.DuringAsync(async () =>
        {
            await service.Services.GetRequiredService<SweepRequests>().SweepSoonAsync(default);
            await service.Clock.QuietAsync(default);
        });

        Assert.That(commands, Is.EqualTo(1));
    }

    [Test]
    public async Task Sweep_LookingForCardsToEdit_ReadsOnlyThose()
    {
        plans.Forget();
        await service.Services.GetRequiredService<SweepRequests>().SweepSoonAsync(default);
        await service.Clock.QuietAsync(default);

        Assert.That(plans.Steps, Has.Some.Contains("IX_Messages_Stale"));
    }

    [Test]
    public async Task FixedSchedules_WithNothingOptionalSwitchedOn_RunAtMostOnceADay()
    {
        var scheduler = await service.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var triggers = (await scheduler.QueryTriggers(new TriggerQuery())).Items;
        var schedules = new List<ICronTrigger>();
        foreach (var trigger in triggers)
        {
            if (await scheduler.GetTrigger(trigger.Key) is ICronTrigger schedule)
            {
                schedules.Add(schedule);
            }
        }

        var now = tenant.Tenant.Clock.GetUtcNow();
        var more = schedules.Where(schedule => schedule.GetFireTimeAfter(now) is { } first
            && schedule.GetFireTimeAfter(first) - first < TimeSpan.FromDays(1));
        Assert.That(schedules, Is.Not.Empty);
        Assert.That(more.Select(schedule => schedule.JobKey), Is.Empty);
    }
}
