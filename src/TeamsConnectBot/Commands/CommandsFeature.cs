namespace TeamsConnectBot.Commands;

internal static class CommandsFeature
{
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<Pauses>()
        .AddSingleton<CommandRouter>()
        .AddSingleton<CoffeeRequests>()
        .AddSingleton<HelpOverview>()
        .AddSingleton<ChatCommand, CoffeeCommand>()
        .AddSingleton<ChatCommand, PreferencesCommand>()
        .AddSingleton<ChatCommand, AiWeekCommand>()
        .AddSingleton<ChatCommand, NotWithCommand>()
        .AddSingleton<ChatCommand, WhyCommand>()
        .AddSingleton<ChatCommand, PauseCommand>()
        .AddSingleton<ChatCommand, ResumeCommand>()
        .AddSingleton<ChatCommand, RitualsCommand>()
        .AddSingleton<ChatCommand, PassItOnCommand>()
        .AddSingleton<ChatCommand, MyDataCommand>()
        .AddSingleton<ChatCommand, StopCommand>()
        .AddSingleton<ChatCommand, ForgetCommand>()
        .AddSingleton<ChatCommand, HelpCommand>()
        .AddSingleton<ChatCommand, RulesCommand>()
        .AddSingleton<ChatCommand, RuleShowCommand>()
        .AddSingleton<ChatCommand, RuleTestCommand>()
        .AddSingleton<ChatCommand, RuleOnCommand>()
        .AddSingleton<ChatCommand, RuleOffCommand>()
        .AddSingleton<ChatCommand, StopEverythingCommand>()
        .AddSingleton<ChatCommand, StartEverythingCommand>()
        .AddSingleton<ChatCommand, ReportCommand>()
        .AddSingleton<ChatCommand, AuditLogCommand>()
        .AddSingleton<ChatCommand, VoteCommand>();
}
