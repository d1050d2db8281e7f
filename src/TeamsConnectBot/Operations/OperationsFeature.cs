using TeamsConnectBot.Operations.Checks;

namespace TeamsConnectBot.Operations;

internal static class OperationsFeature
{
    /// <summary>What an administrator can have tried, in the order in which one thing rests on another.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<CheckStep, RoundsStep>()
        .AddSingleton<CheckStep, DatabaseStep>()
        .AddSingleton<CheckStep, TokenStep>()
        .AddSingleton<CheckStep, DirectoryStep>()
        .AddSingleton<CheckStep, MailboxStep>()
        .AddSingleton<CheckStep, BotStep>();
}
