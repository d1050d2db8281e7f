using Microsoft.Extensions.Configuration;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Postgres;

/// <summary>The service's storage without the rest of it.</summary>
internal static class StorageOnly
{
    /// <param name="server">A connection string; null for a new SQLite file.</param>
    public static ServiceProvider Create(string? server)
    {
        var settings = server is null
            ? new Dictionary<string, string?>
            {
                ["Storage:File"] = Path.Combine(Directory.CreateTempSubdirectory("storage-").FullName, "connect.db"),
                ["Storage:Synchronous"] = "Off",
            }
            : new Dictionary<string, string?> { ["Storage:Provider"] = "postgres", ["Storage:ConnectionString"] = server };
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddSessionKeys();
        return services.BuildServiceProvider();
    }

    public static Task UpdateSchemaAsync(this IServiceProvider service) =>
        service.GetRequiredService<SchemaUpdate>().ApplyAsync(() => Task.CompletedTask, default);
}
