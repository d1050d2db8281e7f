using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace TeamsConnectBot.Data;

internal static class DataFeature
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SqliteSettings>();
        services.AddSingleton<VersionedRows>();
        services.AddDbContextFactory<ConnectDb>((provider, options) => Use(options, provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider));
        services.AddSingleton<Database>();
        services.AddSingleton<SchemaUpdate>();

        // Before whatever reads the database when it starts, the keys among it.
        services.AddHostedService<DatabaseStart>();
        return services;
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
