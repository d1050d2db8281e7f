using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Data;

internal static class DataFeature
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCloud();
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section))
            .PostConfigure<MicrosoftCloud>((storage, cloud) => storage.FillFrom(cloud)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SqliteSettings>().AddSingleton<VersionedRows>()
            .AddSingleton<DatabaseTokens>().AddSingleton<PostgresConnections>();
        services.AddPooledDbContextFactory<ConnectDb>((provider, options) =>
            Use(options, provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider));
        services
            .AddSingleton<StorageOutage>().AddSingleton<Database>().AddSingleton<KeyRing>().AddSingleton<WalTruncation>()
            .AddSingleton<PoolerCheck>().AddSingleton<SchemaUpdate>().AddSingleton<DatabaseTime>();

        // Before everything that reads the database when it starts, such as the session keys.
        services.AddHostedService<DatabaseStart>();
        services.AddHostedService(provider => provider.GetRequiredService<WalTruncation>());
        return services;
    }

    /// <summary>Wraps the clock registered so far in one that follows the database's clock. The scheduler uses it too.</summary>
    public static IServiceCollection AddSharedClock(this IServiceCollection services)
    {
        var own = (TimeProvider)services.Last(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
        var clock = new SharedClock(own);
        return services.RemoveAll<TimeProvider>().AddSingleton(clock).AddSingleton<TimeProvider>(clock);
    }

    private static void Use(DbContextOptionsBuilder options, StorageOptions storage, IServiceProvider provider)
    {
        // Migrations are hand-written and have no snapshot; a test compares the model with them instead.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        options.AddInterceptors(provider.GetRequiredService<VersionedRows>());
        if (storage.IsPostgres)
        {
            // Conflicts between units of work are retried, so they are not logged as errors; the last failure is thrown.
            options.UseNpgsql(provider.GetRequiredService<PostgresConnections>().Source).ConfigureWarnings(warnings => warnings.Log(
                (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.TransactionError, LogLevel.Debug),
                (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
            return;
        }

        options.UseSqlite(storage.Connect).AddInterceptors(provider.GetRequiredService<SqliteSettings>());
    }
}
