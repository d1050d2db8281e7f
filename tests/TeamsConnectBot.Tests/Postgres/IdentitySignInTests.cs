using System.Net;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;
using TeamsConnectBot.Data;
using TeamsConnectBot.Operations;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Entra;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Tests.Status;

namespace TeamsConnectBot.Tests.Postgres;

/// <summary>
/// The service signs in to PostgreSQL as a managed identity: the tokens come from the Sandbox, and the role's password is the token that
/// is valid now.
/// </summary>
[NonParallelizable]
internal sealed class IdentitySignInTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private readonly ServiceLog log = new();
    private TemporaryFolder folder = null!;
    private SandboxServer tenant = null!;
    private RunningService service = null!;
    private string admin = "";
    private string database = "";

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var server = PostgresServer.NewDatabase();
        admin = new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString;
        database = new NpgsqlConnectionStringBuilder(server) { Username = PostgresCluster.PasswordUser }.ConnectionString;
        folder = TemporaryFolder.Create();
        tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = 4 });

        // Too short to be cached, so that each request gets what is valid now.
        tenant.ManagedIdentity.Lifetime = TimeSpan.FromMinutes(1);
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", tenant.IdentityUrl.ToString());
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", tenant.ManagedIdentity.Secret);
        await RunAsync($"CREATE ROLE \"{PostgresCluster.PasswordUser}\" LOGIN CREATEDB PASSWORD '{Token}'");
        service = await RunningService.StartAsync(tenant, Launch(log));
    }

    // A test before this one may have left the service with refused connections.
    [SetUp]
    public Task SettleAsync() => UntilWritableAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", null);
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", null);
        if (service is not null)
        {
            await service.DisposeAsync();
        }

        if (tenant is not null)
        {
            await tenant.DisposeAsync();
        }

        log.Dispose();
        folder?.Dispose();
    }

    [Test]
    public async Task Token_Renewed_IsUsedForEveryNewConnection()
    {
        await UntilAsync(answer => answer.State("database") == "works" && answer.State("scheduler") == "works");
        var old = new NpgsqlConnectionStringBuilder(database) { Password = Token, Pooling = false }.ConnectionString;

        tenant.ManagedIdentity.RenewTokenFor(EntraTokens.Database);
        await RunAsync($"ALTER ROLE \"{PostgresCluster.PasswordUser}\" PASSWORD '{Token}'");
        await RunAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{PostgresCluster.PasswordUser}'");

        Assert.That(await StateOfAsync(old), Is.EqualTo(PostgresErrorCodes.InvalidPassword));
        await UntilWritableAsync();
        await UntilAsync(answer => answer.State("database") == "works" && answer.State("scheduler") == "works");
        var scheduler = await service.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        Assert.That(await scheduler.QueryClusterNodes(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Token_NoLongerGiven_IsReportedWhileOpenConnectionsGoOn()
    {
        await UntilAsync(answer => answer.State("database") == "works");
        tenant.ManagedIdentity.IsAssigned = false;
        try
        {
            var answer = await UntilAsync(answer => answer.Reason("database") == "NoNewToken");
            Assert.That(answer.SaysOf("database"), Does.StartWith("Open connections to the database work, but since "));
            Assert.That(answer.Code, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await WriteAsync(), Is.Zero);
            Assert.That(
                log.WarningsAndErrors.Select(line => line.Message),
                Has.Some.Contains($"The managed identity {tenant.AppId} got no token for {EntraTokens.Database}/.default"));
        }
        finally
        {
            tenant.ManagedIdentity.IsAssigned = true;
        }

        await UntilAsync(answer => answer.State("database") == "works");
        Assert.That(log.WarningsAndErrors.Select(line => line.Message), Has.Some.Contains("gets tokens again"));
    }

    [Test]
    public async Task Start_WithoutAToken_FailsAndTheLogAndTheCheckSayWhy()
    {
        using var startLog = new ServiceLog();
        using var output = new StringWriter();
        tenant.ManagedIdentity.IsAssigned = false;
        try
        {
            Assert.That(async () => await RunningService.StartAsync(tenant, Launch(startLog)), Throws.InstanceOf<NpgsqlException>());
            await InstallationCheck.RunAsync(ServiceSettings.For(tenant, Launch(startLog)), output, output);
        }
        finally
        {
            tenant.ManagedIdentity.IsAssigned = true;
        }

        Assert.That(
            startLog.WarningsAndErrors.Select(line => line.Message), Has.Some.StartsWith("Sign-in to PostgreSQL: The managed identity"));
        Assert.That(output.ToString(), Does.Contain("WRONG  database: no token for PostgreSQL").And.Contain("must be assigned"));
    }

    [Test]
    public async Task Check_RoleRefusesTheToken_SaysThatTheRoleMustBeTheIdentitys()
    {
        using var output = new StringWriter();
        await RunAsync($"ALTER ROLE \"{PostgresCluster.PasswordUser}\" PASSWORD 'another'");
        try
        {
            await InstallationCheck.RunAsync(ServiceSettings.For(tenant, Launch(log)), output, output);
        }
        finally
        {
            await RunAsync($"ALTER ROLE \"{PostgresCluster.PasswordUser}\" PASSWORD '{Token}'");
        }

        Assert.That(
            output.ToString(),
            Does.Contain("WRONG  database: PostgreSQL refuses the managed identity: 28P01")
                .And.Contain("must be the role of this managed identity"));
    }

    private string Token => tenant.ManagedIdentity.TokenFor(EntraTokens.Database);

    private LaunchOptions Launch(ServiceLog output) => new()
    {
        DatabaseFile = "",
        LogLevel = "Information",
        ExtraSettings = new Dictionary<string, string>
        {
            ["Storage:Provider"] = "postgres",
            ["Storage:ConnectionString"] = database,
            ["Storage:ManagedIdentityClientId"] = tenant.AppId.ToString(),
            ["Storage:RenewTokenEvery"] = "00:00:01",
        },
        ConfigureHost = builder => builder.Logging.ClearProviders().AddProvider(output),
    };

    private Task<int> WriteAsync() =>
        service.Services.GetRequiredService<Database>().WriteAsync(db => db.Rounds.CountAsync(), default);

    // A connection that is opened before the next renewal is refused.
    private async Task UntilWritableAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await WriteAsync();
                return;
            }
            catch (Exception failure) when (TimeProvider.System.GetElapsedTime(started) < Timeout && StorageOutage.IsOutage(failure))
            {
                await Task.Delay(50);
            }
        }
    }

    private Task<ReadyAnswer> UntilAsync(Func<ReadyAnswer, bool> condition) => ReadyAnswer.UntilAsync(service.Url, condition);

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string?> StateOfAsync(string connect)
    {
        await using var connection = new NpgsqlConnection(connect);
        return (await Assert.CatchAsync<PostgresException>(() => connection.OpenAsync()))?.SqlState;
    }
}
