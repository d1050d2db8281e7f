using System.Security.Cryptography;
using System.Text;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Calendar;

/// <summary>
/// Creates, changes and cancels a ritual's calendar series, so that it matches the plan. Every step is idempotent, so the next attempt
/// repairs any failure.
/// </summary>
internal sealed partial class SeriesSync(
    Database database, GraphSeries series, GraphEvents events, PlanTimes times, SeriesExceptions exceptions, PostBox posts,
    TimeProvider clock, ILogger<SeriesSync> logger)
{
    public async Task SyncAsync(DueTask task, CancellationToken cancellationToken)
    {
        var ((ritual, space), people) = await database.ReadAsync(
            async db => (
                await db.FindRitualAsync(task.SubjectId, cancellationToken),
                await PeopleAsync(db, task.SubjectId, cancellationToken)),
            cancellationToken);
        var isRejected = false;
        if (ritual is not null && space is not null)
        {
            try
            {
                await SyncAsync(ritual, space, people, cancellationToken);
            }
            catch (GraphUnavailableException failure) when (failure.Failure == GraphFailure.Rejected)
            {
                // A retry would be rejected too, so the team is told that the calendars are out of date.
                Log.Rejected(logger, ritual.Id);
                isRejected = true;
            }
        }

        await database.WriteAsync(
            async db =>
            {
                if (isRejected && await db.Spaces.FindAsync([space!.Id], cancellationToken) is { } place)
                {
                    await posts.AddAsync(db, place, MessageKind.CalendarBehind, ritual!.Id, SequenceOf(ritual.Plan), cancellationToken);
                }

                // If the plan or the members changed meanwhile, the task stays and runs again.
                var now = await db.Rituals.FindAsync([task.SubjectId], cancellationToken);
                var peopleNow = await PeopleAsync(db, task.SubjectId, cancellationToken);
                if (now is null || (now.Plan == ritual?.Plan && now.IsEnded == ritual.IsEnded
                    && peopleNow.Select(Invited).SequenceEqual(people.Select(Invited))))
                {
                    await DueTasks.RemoveAsync(db, DueTaskKind.SyncRitualEvent, task.SubjectId, cancellationToken);
                }
            },
            cancellationToken);
    }

    private static Task<List<RitualMember>> PeopleAsync(ConnectDb db, Guid ritual, CancellationToken cancellationToken) =>
        db.RitualMembers.Where(member => member.RitualId == ritual && member.Mail != null)
            .OrderBy(member => member.PersonId).ToListAsync(cancellationToken);

    private static (string, string?) Invited(RitualMember member) => (member.PersonId, member.Mail);

    private async Task SyncAsync(Ritual ritual, Space space, List<RitualMember> people, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var first = ritual.IsEnded ? null : FirstOf(ritual.Plan, now);
        if (first is not null && people.Count > 0)
        {
            await WriteAsync(ritual, space, first, people, now, cancellationToken);
        }
        else if (ritual.EventId is { } eventId && (first is not null || ritual.IsEnded))
        {
            // A series without members is cancelled, and so is that of a ritual that was ended. A series whose last occurrence has passed
            // stays.
            await events.CancelAsync(eventId, cancellationToken);
            await KeepAsync(ritual.Id, null, null, ritual.EventsBefore + 1, cancellationToken);
        }
    }

    private async Task WriteAsync(
        Ritual ritual, Space space, PlannedTime first, List<RitualMember> people, Instant now, CancellationToken cancellationToken)
    {
        var schedule = PlanTimes.ScheduleOf(ritual.Plan);
        var isSingle = SeriesPattern.Of(schedule, first.Date) is null;
        var print = PrintOf(ritual.Plan, people, isSingle ? first : null);
        var planPrint = PrintOf(ritual.Plan, [], isSingle ? first : null);
        var state = ritual.EventState;
        var isSamePlan = state is not null && (state.Print == print || state.PlanPrint == planPrint);
        var (id, before) = (ritual.EventId, ritual.EventsBefore);
        if (id is not null && state is not null && (exceptions.WantsBack(state, ritual.Plan) || (isSingle && !isSamePlan)))
        {
            // Outlook cannot restore a cancelled occurrence, so the series is replaced. A single event in the past stays.
            if (!isSingle || await events.ReadAsync(id, cancellationToken) is { } single && single.Start > now)
            {
                await events.CancelAsync(id, cancellationToken);
            }

            (id, before) = (null, before + 1);
            await KeepAsync(ritual.Id, null, null, before, cancellationToken);
        }

        // Built again for each request, because a Graph model sends a property only in the first request after it was set.
        NewSeries Wanted() => Describe(ritual, space, first, SeriesPattern.Of(schedule, first.Date), people, before);
        if (id is not null && state?.Print != print)
        {
            state = isSamePlan ? state : null;
            if (!await CouldUpdateAsync(id, Wanted(), isSamePlan, cancellationToken))
            {
                // The new series comes first: if Graph rejects it too, the old one stays.
                var old = id;
                state = null;
                before++;
                id = await series.CreateAsync(Wanted(), cancellationToken);
                await events.CancelAsync(old, cancellationToken);
            }
        }

        if (id is null)
        {
            state = null;
            id = await series.CreateAsync(Wanted(), cancellationToken);
        }

        state = (state ?? new SeriesState(print, [], [])) with { Print = print, PlanPrint = planPrint };
        await KeepAsync(ritual.Id, id, state, before, cancellationToken);
        if (!isSingle)
        {
            state = await exceptions.ApplyAsync(id, state, ritual.Plan, now, cancellationToken);
            await KeepAsync(ritual.Id, id, state, before, cancellationToken);
        }
    }

    // False when the series was deleted, or when Graph rejects a change that only a new series allows, such as another time zone.
    private async Task<bool> CouldUpdateAsync(string id, NewSeries wanted, bool isSamePlan, CancellationToken cancellationToken)
    {
        try
        {
            return isSamePlan
                ? await series.InviteAsync(id, wanted, cancellationToken)
                : await series.UpdateAsync(id, wanted, cancellationToken);
        }
        catch (GraphUnavailableException failure) when (failure.Failure == GraphFailure.Rejected)
        {
            return false;
        }
    }

    // A hash of the plan, so that the team gets one post for each plan that Graph rejects.
    private static long SequenceOf(RitualPlan plan) =>
        BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(PrintOf(plan, [], null))));

    // A series begins on the first day of its rule, even when that day is skipped: Outlook requires that the first day matches the rule.
    private PlannedTime? FirstOf(RitualPlan plan, Instant now)
    {
        if (times.Next(plan, now) is not { } next)
        {
            return null;
        }

        var schedule = PlanTimes.ScheduleOf(plan);
        return SeriesPattern.Of(schedule, next.Date) is not null && schedule.Next(PlanTimes.NotBeforePauseEnds(plan, now)) is { } regular
            ? new PlannedTime(regular.Planned.Date, regular.Start.ToInstant(), regular.End.ToInstant())
            : next;
    }

    private static NewSeries Describe(
        Ritual ritual, Space space, PlannedTime first, Microsoft.Graph.Models.PatternedRecurrence? pattern, List<RitualMember> people,
        int before) => new(
        $"ritual-{ritual.Id:N}-{before}",
        ritual.Plan.Name,
        string.Join('\n', PostCards.AgendaOf(ritual.Plan, Texts.For(space.Language)).Select(line => "• " + line)),
        first.Start,
        ritual.Plan.Minutes,
        ritual.Plan.TimeZone,
        pattern,
        [.. people.Select(member => new Invitee(member.Mail!, member.Name))]);

    private static string PrintOf(RitualPlan plan, List<RitualMember> people, PlannedTime? single)
    {
        var when = $"{plan.First} {plan.At} {plan.Minutes} {plan.Zone} {plan.PausedUntil} {single?.Start}";
        var said = string.Join('|', [plan.Name, $"{plan.Template}", plan.Rule, when, .. people.Select(member => member.PersonId)]);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
    }

    private Task KeepAsync(Guid ritualId, string? eventId, SeriesState? state, int before, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async db =>
            {
                if (await db.Rituals.FindAsync([ritualId], cancellationToken) is { } row)
                {
                    (row.EventId, row.EventState, row.EventsBefore) = (eventId, state, before);
                }
            },
            cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning, "Graph rejected the calendar series of ritual {Ritual}; its team is told that the calendars are out of date")]
        public static partial void Rejected(ILogger logger, Guid ritual);
    }
}
