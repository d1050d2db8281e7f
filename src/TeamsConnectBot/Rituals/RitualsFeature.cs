using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Scheduling;
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

namespace TeamsConnectBot.Rituals;

internal static class RitualsFeature
{
    public static IServiceCollection AddRituals(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RitualOptions>().Bind(configuration.GetSection(RitualOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<GraphGroupOwners>().AddSingleton<GraphMails>().AddSingleton<GraphSeries>()
            .AddSingleton<PlanTimes>().AddSingleton<RitualEcho>().AddSingleton<RitualTimers>()
            .AddSingleton<PostBox>().AddSingleton<PostCards>().AddSingleton<MessageRecipients, SpaceRecipients>()
            .AddSingleton<SpaceBook>().AddSingleton<Rehousing>().AddSingleton<SpaceMembers>().AddSingleton<TeamOwners>()
            .AddSingleton<SpaceTurns>().AddSingleton<SpaceLeavers>().AddSingleton<SpaceNews>()
            .AddSingleton<RitualCalendars>().AddSingleton<SeriesExceptions>().AddSingleton<SeriesSync>()
            .AddSingleton<PlanFollowUp>().AddSingleton<RitualChanges>()
            .AddSingleton<HostTurns>().AddSingleton<Announcing>().AddSingleton<Finishing>().AddSingleton<Leaving>()
            .AddSingleton<TeamVotes>().AddSingleton<ClosingVotes>().AddSingleton<CharterRevisit>().AddSingleton<OtherTimes>().AddSingleton<BetterTimes>().AddSingleton<ProtectionNotes>().AddSingleton<Guardian>()
            .AddRitualPersonalData()
            .AddRitualTasks()
            .AddRitualCommands()
            .AddSingleton<ChatCommand, RitualsCommand>()
            .AddSingleton<SpaceActionRouter>()
            .AddSingleton<SpaceAction, DraftAction>()
            .AddSingleton<SpaceAction, UndoAction>()
            .AddSingleton<SpaceAction, OwnCalendarAction>()
            .AddSingleton<SpaceAction, HostAction>()
            .AddSingleton<SpaceAction, OccurrenceAction>()
            .AddSingleton<SpaceAction, VoteAction>();
    }

    private static IServiceCollection AddRitualTasks(this IServiceCollection services) => services
        .AddDueTask<Announcing>(DueTaskKind.AnnounceRitual, (announcing, task, cancellationToken) => announcing.AnnounceAsync(task, cancellationToken))
        .AddDueTask<Finishing>(DueTaskKind.FinishOccurrence, (finishing, task, cancellationToken) => finishing.FinishAsync(task, cancellationToken))
        .AddDueTask<SeriesSync>(DueTaskKind.SyncRitualEvent, (series, task, cancellationToken) => series.SyncAsync(task, cancellationToken))
        .AddDueTask<ClosingVotes>(DueTaskKind.CloseVote, (votes, task, cancellationToken) => votes.CloseAsync(task, cancellationToken))
        .AddDueTask<Leaving>(DueTaskKind.LeaveSpace, (leaving, task, cancellationToken) => leaving.LeaveAsync(task, cancellationToken))
        .AddDueTask<CharterRevisit>(DueTaskKind.RevisitCharter, (charters, task, cancellationToken) => charters.RevisitAsync(task, cancellationToken));

    private static IServiceCollection AddRitualCommands(this IServiceCollection services) => services
        .AddSingleton<DraftDesk>().AddSingleton<PhraseDesk>().AddSingleton<MoveTargets>().AddSingleton<RitualFinder>()
        .AddSingleton<Decisions>().AddSingleton<RitualForms>()
        .AddSingleton<RitualTalk>().AddSingleton<LedSpaces>().AddSingleton<SpaceNames>().AddSingleton<PersonalRituals>().AddSingleton<AgreementsCommand>()
        .AddSingleton<RitualCommand, CreateCommand>()
        .AddSingleton<RitualCommand, ListCommand>()
        .AddSingleton<RitualCommand, ShowCommand>()
        .AddSingleton<RitualCommand, MoveRitualCommand>()
        .AddSingleton<SkipCommand>().AddSingleton<RitualCommand>(services => services.GetRequiredService<SkipCommand>())
        .AddSingleton<RitualCommand, CancelCommand>()
        .AddSingleton<RitualCommand, PauseRitualCommand>()
        .AddSingleton<RitualCommand, ResumeRitualCommand>()
        .AddSingleton<RitualCommand, EndCommand>()
        .AddSingleton<RitualCommand, HostCommand>()
        .AddSingleton<RitualCommand, InviteCommand>()
        .AddSingleton<RitualCommand, JoinRitualCommand>()
        .AddSingleton<RitualCommand, LeaveCommand>()
        .AddSingleton<RitualCommand, ProposeCommand>()
        .AddSingleton<RitualCommand, UndoCommand>()
        .AddSingleton<RitualCommand, ZoneCommand>()
        .AddSingleton<RitualCommand, LanguageRitualCommand>()
        .AddSingleton<RitualCommand, BringHereCommand>();
}
