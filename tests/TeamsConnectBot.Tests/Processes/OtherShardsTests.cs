using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using TeamsConnectBot.Data;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Tests.Postgres;

namespace TeamsConnectBot.Tests.Processes;

/// <summary>The sweep of one shard plans messages in all of them, and then asks for the sweeps of the others.</summary>
internal sealed class OtherShardsTests
{
    private const int People = 30;

    [Test]
    public async Task Database_DownAsOtherShardsAreAskedFor_EverybodyIsInvitedWithinTenSeconds()
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await OfficeTenant.StartAsync(folder, People);
        var outage = new OutageAfterPlanning();
        var launch = new LaunchOptions
        {
            DatabaseFile = "",
            ExtraSettings = new Dictionary<string, string>
            {
                ["Storage:Provider"] = "postgres",
                ["Storage:ConnectionString"] = PostgresServer.NewDatabase(),
                ["Programme:Pools:0:OpenTables"] = "false",
            },
        };
        await OfficeTenant.JoinAllAsync(tenant, launch);
        await using var service = await RunningService.StartAsync(
            tenant,
            launch with
            {
                ConfigureHost = builder =>
                    builder.Services.ConfigureDbContext<ConnectDb>(options => options.AddInterceptors(outage)),
            });
        await service.Clock.AdvanceToAsync(OfficeTenant.RoundStarts.AddSeconds(-1), null, default);

        outage.IsNext = true;
        await service.Clock.AdvanceToAsync(OfficeTenant.RoundStarts.AddSeconds(10), null, default);

        Assert.That(outage.IsNext, Is.False, "the outage came");
        Assert.That(OfficeTenant.Invitations(tenant).Count(invitations => invitations == 1), Is.EqualTo(People));
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
