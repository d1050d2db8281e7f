using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
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
/// Brings a ritual's calendar series in line with its plan: made once, moved and ended with it. Each step can be done again
/// without doing harm, so a failure anywhere is mended by the next attempt.
/// </summary>
internal sealed partial class SeriesSync(
    Database database, GraphSeries series, GraphEvents events, PlanTimes times, SeriesExceptions exceptions, PostBox posts,
    TimeProvider clock,
    ILogger<SeriesSync> logger)
{
    public async Task SyncAsync(DueTask task, CancellationToken cancellationToken)
    {
        var (ritual, space) = await ReadAsync(task.SubjectId, cancellationToken);
        var people = await database.ReadAsync(db => PeopleAsync(db, task.SubjectId, cancellationToken), cancellationToken);
        var isRefused = false;
        if (ritual is not null && space is not null)
        {
            try
            {
                await SyncAsync(ritual, space, people, cancellationToken);
            }
            catch (GraphUnavailableException failure) when (failure.Failure == GraphFailure.Rejected)
            {
                // Asked again, Graph would say the same; the team has to know.
                Log.Refused(logger, ritual.Id);
                isRefused = true;
            }
        }

        await database.WriteAsync(
            async db =>
            {
                if (isRefused && await db.Spaces.FindAsync([space!.Id], cancellationToken) is { } place)
                {
                    await posts.AddAsync(db, place, MessageKind.CalendarBehind, ritual!.Id, SequenceOf(ritual.Plan), cancellationToken);
                }

                // Changed meanwhile, or somebody joined or left: once more.
                var now = await db.Rituals.FindAsync([task.SubjectId], cancellationToken);
                var peopleNow = await PeopleAsync(db, task.SubjectId, cancellationToken);
                if (now is null || (now.Plan == ritual?.Plan && now.IsEnded == ritual.IsEnded && peopleNow.Select(Invited).SequenceEqual(people.Select(Invited))))
                {
                    await DueTasks.RemoveAsync(db, DueTaskKind.SyncRitualEvent, task.SubjectId, cancellationToken);
                }
            },
            cancellationToken);
    }

    private static Task<List<RitualMember>> PeopleAsync(ConnectDb db, Guid ritual, CancellationToken cancellationToken) =>
        db.RitualMembers.Where(member => member.RitualId == ritual && member.Mail != null).OrderBy(member => member.PersonId).ToListAsync(cancellationToken);

    private static (string, string?) Invited(RitualMember member) => (member.PersonId, member.Mail);

    private async Task SyncAsync(Ritual ritual, Space space, List<RitualMember> people, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var next = ritual.IsEnded ? null : FirstOf(ritual.Plan, now);
        if (next is not { } first)
        {
            // What is over stays in the calendars; what has ended before its time leaves them.
            if (ritual is { EventId: { } ended, IsEnded: true })
            {
                await EndAsync(ritual, ended, cancellationToken);
            }

            return;
        }

        if (people.Count > 0)
        {
            await WriteAsync(ritual, space, first, people, now, cancellationToken);
        }
        else if (ritual.EventId is { } empty)
        {
            // Nobody takes part any more; whoever joins next gets a new one.
            await EndAsync(ritual, empty, cancellationToken);
        }
    }

    private async Task EndAsync(Ritual ritual, string eventId, CancellationToken cancellationToken)
    {
        await events.CancelAsync(eventId, cancellationToken);
        await KeepAsync(ritual.Id, null, null, ritual.EventsBefore + 1, cancellationToken);
    }

    private async Task WriteAsync(Ritual ritual, Space space, PlannedTime first, List<RitualMember> people, Instant now, CancellationToken cancellationToken)
    {
        var schedule = PlanTimes.ScheduleOf(ritual.Plan);
        var isSingle = SeriesPattern.Of(schedule, first.Date) is null;
        var print = PrintOf(ritual.Plan, people, isSingle ? first : null);
        var state = ritual.EventState;
        var (id, before) = (ritual.EventId, ritual.EventsBefore);
        if (id is not null && state is not null && (exceptions.WantsBack(state, ritual.Plan) || (isSingle && state.Print != print)))
        {
            // Outlook can't give a cancelled time back, and a single event that is over stays where it was.
            if (!isSingle || await events.ReadAsync(id, cancellationToken) is { } single && single.Start > now)
            {
                await events.CancelAsync(id, cancellationToken);
            }

            (id, before) = (null, before + 1);
            await KeepAsync(ritual.Id, null, null, before, cancellationToken);
        }

        // Made anew for each request: Graph's models write a property once, and leave it out the next time.
        NewSeries Wanted() => Describe(ritual, space, first, SeriesPattern.Of(schedule, first.Date), people, before);
        if (id is not null && state?.Print != print)
        {
            state = null;
            if (!await CouldUpdateAsync(id, Wanted(), cancellationToken))
            {
                // Where Graph takes no new one either, the old one stays as it is.
                var old = id;
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

        state ??= new SeriesState(print, [], []);
        await KeepAsync(ritual.Id, id, state, before, cancellationToken);
        if (!isSingle)
        {
            await KeepAsync(ritual.Id, id, await exceptions.ApplyAsync(id, state, ritual.Plan, now, cancellationToken), before, cancellationToken);
        }
    }

    // Gone, or a change that Graph does not take of a series, such as its zone: a new one can have it.
    private async Task<bool> CouldUpdateAsync(string id, NewSeries wanted, CancellationToken cancellationToken)
    {
        try
        {
            return await series.UpdateAsync(id, wanted, cancellationToken);
        }
        catch (GraphUnavailableException failure) when (failure.Failure == GraphFailure.Rejected)
        {
            return false;
        }
    }

    // Said once of a plan, and again when it was changed and Graph does not take that either.
    private static long SequenceOf(RitualPlan plan) =>
        BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(PrintOf(plan, [], null))));

    // A series begins where its rule says, also when that time is left out: Outlook wants its first day to be one of its own.
    private PlannedTime? FirstOf(RitualPlan plan, Instant now)
    {
        if (times.Next(plan, now) is not { } next)
        {
            return null;
        }

        var schedule = PlanTimes.ScheduleOf(plan);
        if (schedule.Rule is null || SeriesPattern.Of(schedule, next.Date) is null)
        {
            return next;
        }

        var from = plan.PausedUntil is { } until ? Instant.Max(now, plan.TimeZone.AtStartOfDay(until).ToInstant() - Duration.FromSeconds(1)) : now;
        return schedule.Next(from) is { } regular ? new PlannedTime(regular.Planned.Date, regular.Start.ToInstant(), regular.End.ToInstant()) : next;
    }

    private static NewSeries Describe(
        Ritual ritual, Space space, PlannedTime first, Microsoft.Graph.Models.PatternedRecurrence? pattern, List<RitualMember> people, int before)
    {
        var agenda = PostCards.AgendaOf(ritual.Plan, Texts.For(space.Language));
        return new NewSeries(
            TransactionOf(ritual, before),
            ritual.Plan.Name,
            string.Join('\n', agenda.Select(line => "• " + line)),
            first.Start,
            ritual.Plan.Minutes,
            ritual.Plan.TimeZone,
            pattern,
            [.. people.Select(member => new Invitee(member.Mail!, member.Name))]);
    }

    private static string TransactionOf(Ritual ritual, int before) => $"ritual-{ritual.Id:N}-{before}";

    private static string PrintOf(RitualPlan plan, List<RitualMember> people, PlannedTime? single) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('|', [plan.Name, plan.Template.ToString(), plan.Rule, $"{plan.First} {plan.At} {plan.Minutes} {plan.Zone} {plan.PausedUntil} {single?.Start}", .. people.Select(member => member.PersonId)]))));

    private Task KeepAsync(Guid ritualId, string? eventId, SeriesState? state, int before, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await db.Rituals.FindAsync([ritualId], cancellationToken) is { } row)
            {
                (row.EventId, row.EventState, row.EventsBefore) = (eventId, state, before);
            }
        },
        cancellationToken);

    private Task<(Ritual? Ritual, Space? Space)> ReadAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var ritual = await db.Rituals.FindAsync([id], cancellationToken);
            return (ritual, ritual is null ? null : await db.Spaces.FindAsync([ritual.SpaceId], cancellationToken));
        },
        cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Graph does not take the calendar series of ritual {Ritual}; its team is told that the calendars are behind")]
        public static partial void Refused(ILogger logger, Guid ritual);
    }
}
