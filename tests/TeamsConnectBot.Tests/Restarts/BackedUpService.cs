using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using TeamsConnectBot.Operations.Restoring;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Tests.Postgres;
using TeamsConnectBot.Tests.Processes;
using TeamsConnectBot.Tests.Shared;

namespace TeamsConnectBot.Tests.Restarts;

/// <summary>
/// A tenant in which everybody has joined, with the service on one of the databases. It is backed up and restored into a new place by the
/// commands of docs/backup.md. The clock starts half an hour before the first round.
/// </summary>
internal sealed class BackedUpService : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly bool postgres;
    private string database;
    private RunningService? service;

    private BackedUpService(TemporaryFolder folder, SandboxServer tenant, bool postgres)
    {
        (this.folder, Tenant, this.postgres) = (folder, tenant, postgres);
        database = postgres ? PostgresServer.NewDatabase() : folder.File("connect.db");
    }

    public SandboxServer Tenant { get; }

    public Data.Database Rows => service!.Services.GetRequiredService<Data.Database>();

    /// <param name="postgres">Whether it is on PostgreSQL instead of SQLite.</param>
    /// <param name="withPeople">Whether everybody joins.</param>
    public static async Task<BackedUpService> StartAsync(bool postgres, bool withPeople = true)
    {
        if (!postgres && !File.Exists("/usr/bin/sqlite3"))
        {
            Requirement.Skip("the test of backups of SQLite", "the program sqlite3 is not installed; `apt-get install sqlite3` is enough.");
        }

        var folder = TemporaryFolder.Create();
        var backedUp = new BackedUpService(folder, await OfficeTenant.StartAsync(folder, 4), postgres);
        await backedUp.StartServiceAsync();
        if (withPeople)
        {
            await OfficeTenant.JoinAllAsync(backedUp.Tenant, backedUp.service!);
        }

        return backedUp;
    }

    public async Task StartServiceAsync() => service = await RunningService.StartAsync(Tenant, Launch);

    public async Task StopServiceAsync()
    {
        await service!.DisposeAsync();
        service = null;
    }

    /// <summary>Moves the clock to a moment since the first round began, with everything done that is due on the way.</summary>
    /// <param name="sinceRound">The moment.</param>
    /// <param name="people">Who answers meanwhile; nobody when it is left out.</param>
    public async Task AdvanceAsync(TimeSpan sinceRound, SimulatedPeople? people = null)
    {
        if (people is not null)
        {
            (service!.Clock.NextPeopleAction, service.Clock.RunPeopleActions) = (people.NextActionAt, people.RunDueActionsAsync);
        }

        await service!.Clock.AdvanceToAsync(OfficeTenant.RoundStarts + sinceRound, null, default);
    }

    public Task BackUpAsync() => BackupPage.RunAsync($"Back up: {Provider}", Variables);

    public Task WriteListOfErasedAsync() => BackupPage.RunAsync($"The list: {Provider}", Variables);

    /// <summary>Stops the service; its settings then name a database that does not exist yet.</summary>
    /// <returns>The database until now.</returns>
    public async Task<string> LeaveDatabaseAsync()
    {
        await StopServiceAsync();
        var old = database;
        database = postgres ? PostgresServer.NewDatabase() : folder.File("restored.db");
        return old;
    }

    /// <summary>Stops the service and restores the backup into a new place, where the service has not been started yet.</summary>
    public async Task RestoreAsync()
    {
        var old = await LeaveDatabaseAsync();
        await BackupPage.RunAsync($"Restore: {Provider}", new Dictionary<string, string>
        {
            ["COPY"] = Variables["COPY"],
            ["RESTORED"] = Variables["DATABASE"],
            ["SERVER"] = postgres ? Programs(old) : "",
            ["NAME"] = postgres ? new NpgsqlConnectionStringBuilder(database).Database! : "",
        });
    }

    /// <summary>Runs the command `restored`, at the time of the simulated clock.</summary>
    public async Task<(int Code, string Output)> RunRestoredAsync(params IEnumerable<string> arguments)
    {
        var output = new StringWriter();
        var code = await RestoredDatabase.RunAsync(
            [.. arguments, .. ServiceSettings.For(Tenant, Launch)], output,
            builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Tenant.Tenant.Clock)));
        return (code, output.ToString());
    }

    public string ListOfErased => folder.File("erased.txt");

    public async ValueTask DisposeAsync()
    {
        if (service is not null)
        {
            await service.DisposeAsync();
        }

        await Tenant.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private string Provider => postgres ? "PostgreSQL" : "SQLite";

    private Dictionary<string, string> Variables => new()
    {
        ["DATABASE"] = postgres ? Programs(database) : database,
        ["COPY"] = folder.File("copy"),
        ["ERASED"] = ListOfErased,
    };

    private LaunchOptions Launch => new()
    {
        DatabaseFile = postgres ? "" : database,
        LogLevel = "None",
        WatchEventsEvery = TimeSpan.FromHours(12),
        ExtraSettings = new Dictionary<string, string>
        {
            ["Storage:Provider"] = postgres ? "postgres" : "sqlite",
            ["Storage:ConnectionString"] = postgres ? database : "",

            // The host of an open table gets no invitation.
            ["Programme:Pools:0:OpenTables"] = "false",
        },
    };

    // As PostgreSQL's own programs want it.
    private static string Programs(string connection) => new NpgsqlConnectionStringBuilder(connection) is var settings
        ? $"host={settings.Host} user={settings.Username} dbname={settings.Database}" : "";
}
