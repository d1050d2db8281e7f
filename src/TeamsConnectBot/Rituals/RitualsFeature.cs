using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Rituals.Actions;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Rituals.Changes;
using TeamsConnectBot.Rituals.Commands;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Protection;
using TeamsConnectBot.Rituals.Spaces;
using TeamsConnectBot.Rituals.Votes;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Rituals;

internal static class RitualsFeature
{
    public static IServiceCollection AddRituals(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RitualOptions>().Bind(configuration.GetSection(RitualOptions.Section))
            .ValidateDataAnnotations()
            .Validate(
                options => options.IsMinimumAgreed(),
                "Rituals:GroupMinimum is below 10; name in Rituals:GroupMinimumAgreedBy who agreed to it, such as 'Works council, "
                    + "decision 2026-14', or set it to 10 to 100")
            .ValidateOnStart();
        return services
            .AddSingleton<GraphGroupOwners>().AddSingleton<GraphMails>().AddSingleton<GraphSeries>()
            .AddSingleton<PlanTimes>().AddSingleton<Unannounced>().AddSingleton<RitualEcho>().AddSingleton<RitualTimers>()
            .AddSingleton<PostBox>().AddSingleton<PostCards>().AddSingleton<MessageRecipients, SpaceRecipients>()
            .AddSingleton<SpaceBook>().AddSingleton<Rehousing>().AddSingleton<SpaceMembers>().AddSingleton<TeamOwners>()
            .AddSingleton<SpaceTurns>().AddSingleton<SpaceReplies>().AddSingleton<SpaceLeavers>().AddSingleton<SpaceEvents>()
            .AddSingleton<LedSpaces>().AddSingleton<SpaceNames>().AddSingleton<SpaceGroups>()
            .AddSingleton<RitualCalendars>().AddSingleton<SeriesExceptions>().AddSingleton<SeriesSync>()
            .AddSingleton<PlanFollowUp>().AddSingleton<RitualChanges>()
            .AddSingleton<HostTurns>().AddSingleton<QuestionPosts>().AddSingleton<Announcing>()
            .AddSingleton<Finishing>().AddSingleton<Leaving>()
            .AddSingleton<TeamVotes>().AddSingleton<ClosingVotes>().AddSingleton<CharterRevisit>()
            .AddSingleton<OtherTimes>().AddSingleton<BetterTimes>().AddSingleton<ProtectionNotes>().AddSingleton<Guardian>()
            .AddRecurringJob<SharedChannelJob>(SharedChannelJob.Key, _ => Schedules.Cron("0 20 3 * * ?"))
            .AddSingleton<AppointmentSource, RitualAppointments>()
            .AddRitualPersonalData()
            .AddRitualTasks()
            .AddRitualActions()
            .AddRitualCommands();
    }

    private static IServiceCollection AddRitualTasks(this IServiceCollection services) => services
        .AddDueTask<Announcing>(DueTaskKind.AnnounceRitual, (runner, task, token) => runner.AnnounceAsync(task, token))
        .AddDueTask<Finishing>(DueTaskKind.FinishOccurrence, (runner, task, token) => runner.FinishAsync(task, token))
        .AddDueTask<SeriesSync>(DueTaskKind.SyncRitualEvent, (runner, task, token) => runner.SyncAsync(task, token))
        .AddDueTask<ClosingVotes>(DueTaskKind.CloseVote, (runner, task, token) => runner.CloseAsync(task, token))
        .AddDueTask<Leaving>(DueTaskKind.LeaveSpace, (runner, task, token) => runner.LeaveAsync(task, token))
        .AddDueTask<CharterRevisit>(DueTaskKind.RevisitCharter, (runner, task, token) => runner.RevisitAsync(task, token));

    private static IServiceCollection AddRitualActions(this IServiceCollection services) => services
        .AddSingleton<CardActionHandler, DraftAction>().AddSingleton<CardActionHandler, UndoAction>()
        .AddSingleton<CardActionHandler, OwnCalendarAction>().AddSingleton<CardActionHandler, HostAction>()
        .AddSingleton<CardActionHandler, OccurrenceAction>().AddSingleton<CardActionHandler, VoteAction>();

    private static IServiceCollection AddRitualCommands(this IServiceCollection services) => services
        .AddSingleton<DraftBook>().AddSingleton<SpacePhrases>().AddSingleton<MoveTargets>().AddSingleton<RitualFinder>()
        .AddSingleton<Decisions>().AddSingleton<RitualForms>()
        .AddSingleton<RitualTalk>()
        .AddSingleton<ChatCommand, RitualsCommand>()
        .AddCommandRouter<Command<RitualTurn>, RitualTurn>()
        .AddSingleton<Command<RitualTurn>, AgreementsCommand>()
        .AddRitualCommand<CreateCommand>().AddRitualCommand<ListCommand>().AddRitualCommand<ShowCommand>()
        .AddRitualCommand<MoveRitualCommand>().AddRitualCommand<SkipCommand>().AddRitualCommand<CancelCommand>()
        .AddRitualCommand<PauseRitualCommand>().AddRitualCommand<ResumeRitualCommand>().AddRitualCommand<EndCommand>()
        .AddRitualCommand<HostCommand>().AddRitualCommand<InviteCommand>().AddRitualCommand<JoinRitualCommand>()
        .AddRitualCommand<LeaveCommand>().AddRitualCommand<ProposeCommand>().AddRitualCommand<UndoCommand>()
        .AddRitualCommand<ZoneCommand>().AddRitualCommand<LanguageRitualCommand>().AddRitualCommand<BringHereCommand>();

    // Registers each command under three types: its own, for commands that use each other; one for the overview; and one for the router.
    private static IServiceCollection AddRitualCommand<TCommand>(this IServiceCollection services)
        where TCommand : RitualCommand => services
        .AddSingleton<TCommand>()
        .AddSingleton<RitualCommand>(provider => provider.GetRequiredService<TCommand>())
        .AddSingleton<Command<RitualTurn>>(provider => provider.GetRequiredService<TCommand>());
}
