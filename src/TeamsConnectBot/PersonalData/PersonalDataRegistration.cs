using TeamsConnectBot.Data;

namespace TeamsConnectBot.PersonalData;

/// <summary>Deletes a feature's rows that are past their retention period, in a transaction of its own.</summary>
internal delegate Task RetentionRule(ConnectDb db, Instant now, CancellationToken cancellationToken);

/// <summary>
/// How a feature declares what it stores. Erasing, exporting and the nightly clean-up use these registrations, and a test fails when
/// a column is missing from them.
/// </summary>
internal static class PersonalDataRegistration
{
    public static IServiceCollection AddPersonalTables(this IServiceCollection services, params IEnumerable<PersonalTable> tables) =>
        AddAll(services, tables);

    public static IServiceCollection AddOtherColumns(this IServiceCollection services, params IEnumerable<OtherColumns> columns) =>
        AddAll(services, columns);

    public static IServiceCollection AddDataCategories(this IServiceCollection services, params IEnumerable<DataCategory> categories) =>
        AddAll(services, categories);

    public static IServiceCollection AddRetention(this IServiceCollection services, RetentionRule rule) => services.AddSingleton(rule);

    private static IServiceCollection AddAll<T>(IServiceCollection services, IEnumerable<T> all)
        where T : class
    {
        foreach (var one in all)
        {
            services.AddSingleton(one);
        }

        return services;
    }
}
