using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Tests.Postgres;

namespace TeamsConnectBot.Tests.Processes;

/// <summary>
/// What is planned in other shards is sent although the database goes away before their sweeps are asked for. A sweep of one shard plans
/// messages in all of them; so does a click.
/// </summary>
internal sealed class OtherShardsTests
{
    private const int People = 30;

    private readonly OutageAfterPlanning outage = new();
    private TemporaryFolder folder = null!;
    private SandboxServer tenant = null!;
    private RunningService service = null!;

    [SetUp]
    public async Task StartAsync()
    {
        var newDatabase = PostgresServer.NewDatabase();
        folder = TemporaryFolder.Create();
        tenant = await OfficeTenant.StartAsync(folder, People);
        var launch = new LaunchOptions
        {
            DatabaseFile = "",
            ExtraSettings = new Dictionary<string, string>
            {
                ["Storage:Provider"] = "postgres",
                ["Storage:ConnectionString"] = newDatabase,
                ["Programme:Pools:0:OpenTables"] = "false",
            },
        };
        await OfficeTenant.JoinAllAsync(tenant, launch);
        service = await RunningService.StartAsync(
            tenant,
            launch with
            {
                ConfigureHost = builder =>
                    builder.Services.ConfigureDbContext<ConnectDb>(options => options.AddInterceptors(outage)),
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
    public async Task Database_DownAsOtherShardsAreAskedFor_EverybodyIsInvitedWithinTenSeconds()
    {
        await service.Clock.AdvanceToAsync(OfficeTenant.RoundStarts.AddSeconds(-1), null, default);

        outage.IsNext = true;
        await service.Clock.AdvanceToAsync(OfficeTenant.RoundStarts.AddSeconds(10), null, default);

        Assert.That(outage.IsNext, Is.False, "the outage came");
        Assert.That(OfficeTenant.Invitations(tenant).Count(invitations => invitations == 1), Is.EqualTo(People));
    }

    [Test]
    public async Task Request_MadeDuringAnOutage_SendsWhatWasPlannedWithinTenSeconds()
    {
        const int Again = 1;
        var database = service.Services.GetRequiredService<Database>();
        var outbox = service.Services.GetRequiredService<Outbox>();
        outage.IsNext = true;
        await database.WriteAsync(
            async db =>
            {
                foreach (var person in await db.Participants.ToListAsync())
                {
                    await outbox.AddAsync(db, person, MessageKind.Welcome, Guid.Empty, Again);
                }
            },
            default);

        var failure = await Assert.CatchAsync(() => service.Services.GetRequiredService<SweepRequests>().SweepSoonAsync(default));
        await service.Clock.AdvanceToAsync(service.Clock.Now.AddSeconds(10), null, default);

        Assert.That(StorageOutage.IsOutage(failure!), failure!.ToString());
        var sent = await database.ReadAsync(
            db => db.Messages.CountAsync(message =>
                message.Kind == MessageKind.Welcome && message.Sequence == Again && message.State == MessageState.Accepted),
            default);
        Assert.That(sent, Is.EqualTo(People));
    }

    /// <summary>The first look for shards with work, after messages were planned, finds no database.</summary>
    private sealed class OutageAfterPlanning : DbCommandInterceptor
    {
        private volatile bool isNext;
        private volatile bool planned;

        public bool IsNext
        {
            get => isNext;
            set => isNext = value;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            planned |= isNext && command.CommandText.Contains("INSERT INTO \"Messages\"", StringComparison.Ordinal);
            if (planned && isNext && command.CommandText.Contains("GROUP BY", StringComparison.Ordinal)
                && command.CommandText.Contains("\"Shard\"", StringComparison.Ordinal))
            {
                isNext = false;
                throw new NpgsqlException("The connection is gone.", new IOException());
            }

            return ValueTask.FromResult(result);
        }
    }
}
