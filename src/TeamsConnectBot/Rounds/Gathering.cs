using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Reads who is in the pool and when they are free. Calendars are read only of those who allowed it; whoever did not is
/// free as their own usual hours say. A calendar that can't be read is counted and left out, never guessed; where most can't
/// be read, it is Graph's trouble and not theirs, and nobody is left out for it.
/// </summary>
internal sealed class Gathering(Database database, GraphDirectory directory, GraphSchedules schedules, TimeProvider clock)
{
    /// <summary>What the count of those whose calendar could not be read begins with; the reason follows.</summary>
    public const string UnknownCalendar = "calendar";

    // Reading one by one costs less than the whole group up to about here.
    private const int FewEnoughToFind = 8;

    /// <summary>Everyone of the pool a round may count on.</summary>
    /// <param name="pool">Whose members.</param>
    /// <param name="week">The round's week.</param>
    /// <param name="insist">Whether to fail rather than go on without most calendars.</param>
    /// <param name="hireDates">Whether a rule needs to know when people began.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<GatheredPool> GatherAsync(PoolOptions pool, Week week, bool insist, bool hireDates, CancellationToken cancellationToken)
    {
        var members = new Dictionary<string, DirectoryPerson>(StringComparer.OrdinalIgnoreCase);
        await foreach (var member in directory.ReadMembersAsync(pool.GroupId, cancellationToken, hireDates))
        {
            members[member.Id] = member;
        }

        var now = clock.GetCurrentInstant();
        var participants = await database.ReadAsync(
            db => db.Participants.Where(person => person.JoinedAt != null).OrderBy(person => person.PersonId).ToListAsync(cancellationToken),
            cancellationToken);
        var present = participants.Where(person => person.IsActiveAt(now))
            .Select(person => (person, entry: members.GetValueOrDefault(person.PersonId)))
            .Where(known => known.entry is { Enabled: true })
            .Select(known => (known.person, known.entry!)).ToList();
        return await WithCalendarsAsync(present, week, insist, cancellationToken);
    }

    /// <summary>Reads the directory and the calendars of some participants again.</summary>
    /// <param name="pool">Whose members.</param>
    /// <param name="personIds">Which of them.</param>
    /// <param name="week">The round's week.</param>
    /// <param name="insist">Whether to fail rather than go on without most calendars.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<GatheredPool> ReadAgainAsync(
        PoolOptions pool, IReadOnlyCollection<string> personIds, Week week, bool insist, CancellationToken cancellationToken)
    {
        var participants = await database.ReadAsync(
            db => db.Participants.Where(person => personIds.Contains(person.PersonId)).OrderBy(person => person.PersonId).ToListAsync(cancellationToken),
            cancellationToken);
        var entries = await FindAsync(pool, personIds, cancellationToken);
        var present = participants.Where(person => person.UnreachableSince is null && entries.ContainsKey(person.PersonId))
            .Select(person => (person, entries[person.PersonId])).ToList();
        return await WithCalendarsAsync(present, week, insist, cancellationToken);
    }

    private async Task<Dictionary<string, DirectoryPerson>> FindAsync(
        PoolOptions pool, IReadOnlyCollection<string> personIds, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<string, DirectoryPerson>(StringComparer.OrdinalIgnoreCase);
        if (personIds.Count > FewEnoughToFind)
        {
            await foreach (var member in directory.ReadMembersAsync(pool.GroupId, cancellationToken))
            {
                entries[member.Id] = member;
            }

            return entries;
        }

        foreach (var id in personIds)
        {
            if (await directory.FindAsync(id, cancellationToken) is { } entry)
            {
                entries[id] = entry;
            }
        }

        return entries;
    }

    private async Task<GatheredPool> WithCalendarsAsync(
        List<(Participant Person, DirectoryPerson Entry)> present, Week week, bool insist, CancellationToken cancellationToken)
    {
        var mailboxes = present.Where(known => known.Person.GapsAllowedAt is not null && known.Entry.Mail is not null)
            .Select(known => new MailboxRequest(known.Person.PersonId, known.Entry.Mail!)).ToList();
        // Assembled while answers come in: a week is 84 bytes, what Graph says about it many times that.
        var places = present.Select((known, place) => (known, place)).ToDictionary(x => x.known.Person.PersonId, x => x.place, StringComparer.OrdinalIgnoreCase);
        var people = new GatheredPerson?[present.Count];
        var unknown = new Dictionary<string, int>(StringComparer.Ordinal);
        var trouble = 0;
        await foreach (var answer in schedules.ReadAsync(mailboxes, new Interval(week.Start, week.End), cancellationToken))
        {
            trouble += IsGraphsTrouble(answer) ? 1 : 0;
            var place = places[answer.PersonId];
            places.Remove(answer.PersonId);
            if (answer is UnknownSchedule { Reason: not ScheduleFailure.NoMailbox and var reason })
            {
                var why = UnknownCalendar + reason;
                unknown[why] = unknown.GetValueOrDefault(why) + 1;
                continue;
            }

            people[place] = Assemble(present[place].Person, present[place].Entry, answer as KnownSchedule, week);
        }

        if (insist && 2 * trouble > mailboxes.Count)
        {
            throw new GraphUnavailableException(GraphFailure.Unreachable, "most calendars");
        }

        // Nobody asked Graph for these.
        foreach (var place in places.Values)
        {
            people[place] = Assemble(present[place].Person, present[place].Entry, null, week);
        }

        return new GatheredPool([.. people.OfType<GatheredPerson>()], unknown);
    }

    private static bool IsGraphsTrouble(ScheduleAnswer answer) =>
        answer is UnknownSchedule { Reason: ScheduleFailure.GraphDown or ScheduleFailure.Throttled or ScheduleFailure.Unreadable };

    private static GatheredPerson Assemble(Participant person, DirectoryPerson entry, KnownSchedule? calendar, Week week)
    {
        var hours = UsualHours.Of(person.Preferences, calendar?.Hours, person.Zone);
        var rules = new AvailabilityRules { UsualHours = UsualHours.Narrowing(person.Preferences, hours.Zone) };
        var member = new PoolMember
        {
            Id = person.PersonId,
            Office = entry.Office,
            Department = entry.Department,
            ManagerId = entry.ManagerId,
            Zone = hours.Zone,
            Languages = person.Preferences.Languages is { Length: > 0 } spoken ? [.. spoken] : [person.Language],
            OfficeDays = OfficeDays(person.Preferences, calendar, hours),
            Offers = [.. person.Preferences.Kinds],
            PrefersNewPeople = person.Preferences.PrefersNewPeople,
            AcceptsOnline = person.Preferences.Online,
            AcceptsInPerson = person.Preferences.InPerson,
            Free = AvailabilityBuilder.Build(week, hours, calendar?.Busy ?? [], rules),
            TurnsLeftOut = person.TurnsLeftOut,
        };
        return new GatheredPerson(person, entry, member, hours, CalendarWasRead: calendar is not null);
    }

    private static ImmutableHashSet<IsoDayOfWeek> OfficeDays(Preferences preferences, KnownSchedule? calendar, WorkingHours hours) =>
        preferences.OfficeDays is { Length: > 0 } told
            ? [.. told]
            : hours.Days.Except(calendar?.WorkingElsewhereDays.Select(day => day.DayOfWeek) ?? []);
}
