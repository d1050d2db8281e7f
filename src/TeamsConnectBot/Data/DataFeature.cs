using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Data;

internal static class DataFeature
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SqliteSettings>();
        services.AddSingleton<VersionedRows>();
        services.AddPooledDbContextFactory<ConnectDb>((provider, options) =>
            Use(options, provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider));
        services.AddSingleton<StorageTrouble>();
        services.AddSingleton<Database>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<EmptyLog>();
        services.AddSingleton<PoolerCheck>();
        services.AddSingleton<SchemaUpdate>();
        services.AddSingleton<DatabaseTime>();

        // Before whatever reads the database when it starts, the keys among it.
        services.AddHostedService<DatabaseStart>();
        services.AddHostedService(provider => provider.GetRequiredService<EmptyLog>());
        return services;
    }

    /// <summary>Lets the clock that is registered by now follow the database's; the scheduler takes it from here too.</summary>
    public static IServiceCollection AddSharedClock(this IServiceCollection services)
    {
        var own = (TimeProvider)services.Last(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
        var clock = new SharedClock(own);
        return services.RemoveAll<TimeProvider>().AddSingleton(clock).AddSingleton<TimeProvider>(clock);
    }

    private static void Use(DbContextOptionsBuilder options, StorageOptions storage, IServiceProvider provider)
    {
        // The design package that writes model snapshots can't be had; a test compares model and migrations instead.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        options.AddInterceptors(provider.GetRequiredService<VersionedRows>());
        if (storage.IsPostgres)
        {
            // That two units met is no error: the second runs again, and what fails in the end is thrown.
            options.UseNpgsql(storage.Connect).ConfigureWarnings(warnings => warnings.Log(
                (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.TransactionError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
            return;
        }

        options.UseSqlite(storage.Connect).AddInterceptors(provider.GetRequiredService<SqliteSettings>());
    }
}
