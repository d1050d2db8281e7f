using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.Data.Moving;

/// <summary>
/// <c>move-to-postgres --Storage:File=… --Storage:ConnectionString=…</c>: copies everything from SQLite to an empty PostgreSQL database and
/// compares both, table by table. The copy is rolled back unless both are identical.
/// </summary>
internal static class PostgresMove
{
    public const string Name = "move-to-postgres";

    /// <returns>0 when everything was moved; 1 when nothing was, with the reason in the output.</returns>
    public static async Task<int> RunAsync(string[] settings, TextWriter output, CancellationToken cancellationToken = default)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().AddCommandLine(settings).Build();
        await using var from = Storage(configuration, "sqlite");
        await using var to = Storage(configuration, "postgres");
        if (!File.Exists(from.GetRequiredService<IOptions<StorageOptions>>().Value.File))
        {
            await output.WriteLineAsync("There is no file at Storage:File. Nothing was moved.");
            return 1;
        }

        await from.GetRequiredService<SchemaUpdate>().ApplyAsync(() => Task.CompletedTask, cancellationToken);
        await to.GetRequiredService<SchemaUpdate>().ApplyAsync(() => Task.CompletedTask, cancellationToken);
        await using var source = await ContextAsync(from, cancellationToken);
        await using var target = await ContextAsync(to, cancellationToken);

        // From here on, a service that still runs on the file cannot write until the move ends. What it writes then is not moved.
        await using var reading = await source.Database.BeginTransactionAsync(cancellationToken);
        await using var writing = await target.Database.BeginTransactionAsync(cancellationToken);
        foreach (var table in MovedTable.AllOf(source.Model))
        {
            if (await table.MoveAsync(source, target, cancellationToken) is { } problem)
            {
                await output.WriteLineAsync($"{table.Name}: {problem} Nothing was moved.");
                return 1;
            }

            await output.WriteLineAsync($"{table.Name}: {table.Rows} rows, sha256 {table.Hash}, identical in both databases");
        }

        await writing.CommitAsync(cancellationToken);
        await output.WriteLineAsync(
            "Everything was moved. Start the service with Storage:Provider=postgres, and keep the file until you are sure that it works.");
        return 0;
    }

    private static ServiceProvider Storage(IConfiguration configuration, string provider) => new ServiceCollection()
        .AddLogging().AddSingleton(TimeProvider.System).AddClouds(configuration)
        .AddData(
            new ConfigurationBuilder().AddConfiguration(configuration).AddInMemoryCollection([new("Storage:Provider", provider)]).Build())
        .BuildServiceProvider();

    private static Task<ConnectDb> ContextAsync(IServiceProvider storage, CancellationToken cancellationToken) =>
        storage.GetRequiredService<IDbContextFactory<ConnectDb>>().CreateDbContextAsync(cancellationToken);
}
