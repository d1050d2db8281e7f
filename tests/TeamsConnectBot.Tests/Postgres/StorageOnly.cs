using Microsoft.Extensions.Configuration;
using TeamsConnectBot.Admin;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Postgres;

/// <summary>The service's storage without the rest of it.</summary>
internal static class StorageOnly
{
    /// <param name="server">A connection string; null for a new SQLite file.</param>
    /// <param name="more">Other settings of the storage and of the admin page.</param>
    public static ServiceProvider Create(string? server, params IEnumerable<(string Key, string Value)> more)
    {
        var settings = server is null
            ? new Dictionary<string, string?>
            {
                ["Storage:File"] = Path.Combine(Directory.CreateTempSubdirectory("storage-").FullName, "connect.db"),
                ["Storage:Synchronous"] = "Off",
            }
            : new Dictionary<string, string?> { ["Storage:Provider"] = "postgres", ["Storage:ConnectionString"] = server };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddData(configuration);
        services.AddOptions<AdminOptions>().Bind(configuration.GetSection(AdminOptions.Section));
        services.AddSessionKeys();
        return services.BuildServiceProvider();
    }

    public static Task UpdateSchemaAsync(this IServiceProvider service) =>
        service.GetRequiredService<SchemaUpdate>().ApplyAsync(() => Task.CompletedTask, default);
}
