using TeamsConnectBot.Conversations;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>The chat commands of admins, readers and the works council.</summary>
internal static class AdminCommands
{
    public static IServiceCollection AddAdminCommands(this IServiceCollection services) => services
        .AddSingleton<ChatCommand, RulesCommand>().AddSingleton<ChatCommand, RuleShowCommand>().AddSingleton<ChatCommand, RuleTestCommand>()
        .AddSingleton<ChatCommand, RuleOnCommand>().AddSingleton<ChatCommand, RuleOffCommand>()
        .AddSingleton<ChatCommand, StopEverythingCommand>().AddSingleton<ChatCommand, StartEverythingCommand>()
        .AddSingleton<ChatCommand, ReportCommand>().AddSingleton<ChatCommand, AuditLogCommand>().AddSingleton<ChatCommand, VoteCommand>();
}
