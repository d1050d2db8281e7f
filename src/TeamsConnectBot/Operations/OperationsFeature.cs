using TeamsConnectBot.Operations.Checks;
using TeamsConnectBot.Operations.Restoring;

namespace TeamsConnectBot.Operations;

internal static class OperationsFeature
{
    /// <summary>
    /// The checks an administrator can run (first what needs no network, and each after what it depends on), and what prepares a restored
    /// database.
    /// </summary>
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton(new CheckArguments()).AddSingleton<PublicDomain>().AddSingleton<ScopePeople>()
        .AddSingleton<CheckStep, RoundsStep>().AddSingleton<CheckStep, PackageStep>().AddSingleton<CheckStep, DatabaseStep>()
        .AddSingleton<CheckStep, TokenStep>().AddSingleton<CheckStep, PermissionsStep>().AddSingleton<CheckStep, DirectoryStep>()
        .AddSingleton<CheckStep, MailboxStep>().AddSingleton<CheckStep, ScopeStep>().AddSingleton<CheckStep, BotStep>()
        .AddSingleton<CheckStep, EndpointStep>().AddSingleton<CheckStep, KeyVaultStep>()
        .AddSingleton<RepeatedWork>().AddSingleton<ErasedSince>();
}
