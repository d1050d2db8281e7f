namespace TeamsConnectBot.Commands;

internal static class CommandsFeature
{
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<Pauses>()
        .AddSingleton<CommandRouter>()
        .AddSingleton<ChatCommand, PreferencesCommand>()
        .AddSingleton<ChatCommand, AiWeekCommand>()
        .AddSingleton<ChatCommand, HelpCommand>();
}
