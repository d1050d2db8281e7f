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
        services.AddDbContextFactory<ConnectDb>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString)
            .AddInterceptors(provider.GetRequiredService<SqliteSettings>(), provider.GetRequiredService<VersionedRows>())
            // The design package that writes model snapshots can't be had; a test compares model and migrations instead.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)));
        services.AddSingleton<Database>();
        services.AddSingleton<KeyRing>();
        return services;
    }
}
