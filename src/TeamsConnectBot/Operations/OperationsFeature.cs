using TeamsConnectBot.Operations.Checks;

namespace TeamsConnectBot.Operations;

internal static class OperationsFeature
{
    /// <summary>The checks an administrator can run, in order of dependency.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<CheckStep, RoundsStep>().AddSingleton<CheckStep, DatabaseStep>().AddSingleton<CheckStep, TokenStep>()
        .AddSingleton<CheckStep, DirectoryStep>().AddSingleton<CheckStep, MailboxStep>().AddSingleton<CheckStep, BotStep>()
        .AddSingleton<CheckStep, KeyVaultStep>();
}
