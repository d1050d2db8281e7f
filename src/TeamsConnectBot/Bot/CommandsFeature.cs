using TeamsConnectBot.Admin.Commands;
using TeamsConnectBot.Chat;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.Participants;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Rituals.Commands;

namespace TeamsConnectBot.Bot;

internal static class CommandsFeature
{
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<Pauses>()
        .AddSingleton<CommandRouter>()
        .AddSingleton<ChatTalk>()
        .AddSingleton<SpokenAnswers>()
        .AddSingleton<NearMisses>()
        .AddSingleton<CoffeeRequests>()
        .AddSingleton<HelpOverview>()
        .AddSingleton<ChatCommand, CoffeeCommand>()
        .AddSingleton<ChatCommand, JoinCommand>()
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
        .AddSingleton<ChatCommand, LanguageCommand>()
        .AddSingleton<ChatCommand, DutchCommand>()
        .AddSingleton<ChatCommand, EnglishCommand>()
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
