using TeamsConnectBot.Conversations;

namespace TeamsConnectBot.Participants;

internal static class ParticipantsFeature
{
    public static IServiceCollection AddParticipants(this IServiceCollection services) => services
        .AddSingleton<Pauses>().AddSingleton<CoffeeRequests>()
        .AddSingleton<ChatCommand, CoffeeCommand>().AddSingleton<ChatCommand, JoinCommand>().AddSingleton<ChatCommand, PreferencesCommand>()
        .AddSingleton<ChatCommand, PauseCommand>().AddSingleton<ChatCommand, ResumeCommand>().AddSingleton<ChatCommand, PassItOnCommand>()
        .AddSingleton<ChatCommand, LanguageCommand>().AddSingleton<ChatCommand, DutchCommand>().AddSingleton<ChatCommand, EnglishCommand>()
        .AddSingleton<CardActionHandler, PauseAction>().AddSingleton<CardActionHandler, CoffeeAction>()
        .AddSingleton<CardActionHandler, TopicsAction>();
}
