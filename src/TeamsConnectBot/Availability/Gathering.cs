using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Availability;

/// <summary>
/// Reads who is in the pool and when they are free. Calendars are read only of those who allowed it and do not
/// pause; everybody else is free as their own usual hours say. A calendar that can't be read is counted and left out, never guessed; where most can't
/// be read, it is Graph's trouble and not theirs, and nobody is left out for it.
/// </summary>
internal sealed class Gathering(Database database, GraphDirectory directory, GraphSchedules schedules, DaysOff daysOff, TimeProvider clock)
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
        var now = clock.GetCurrentInstant();
        var participants = (await database.ReadAsync(
            db => db.Participants.Where(person => person.JoinedAt != null).OrderBy(person => person.PersonId).ToListAsync(cancellationToken),
            cancellationToken)).Where(person => person.IsActiveAt(now)).ToDictionary(person => person.PersonId, StringComparer.OrdinalIgnoreCase);

        // Of a group of many only those who take part are kept.
        var shared = new SharedParts();
        var present = new List<(Participant Person, DirectoryPerson Entry)>();
        await foreach (var member in directory.ReadMembersAsync(pool.GroupId, cancellationToken, hireDates))
        {
            if (member.Enabled && participants.Remove(member.Id, out var person))
            {
                present.Add((person, shared.Of(member)));
            }
        }

        present.Sort((one, other) => string.CompareOrdinal(one.Person.PersonId, other.Person.PersonId));
        return await WithCalendarsAsync(pool, present, week, insist, shared, cancellationToken);
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
        return await WithCalendarsAsync(pool, present, week, insist, new SharedParts(), cancellationToken);
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
        PoolOptions pool, List<(Participant Person, DirectoryPerson Entry)> present, Week week, bool insist, SharedParts shared,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var mailboxes = present.Where(known => known.Person.GapsAllowedAt is not null && known.Person.IsActiveAt(now) && known.Entry.Mail is not null)
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

            people[place] = Assemble(pool, present[place], answer as KnownSchedule, week, shared);
        }

        if (insist && 2 * trouble > mailboxes.Count)
        {
            throw new GraphUnavailableException(GraphFailure.Unreachable, "most calendars");
        }

        // Nobody asked Graph for these.
        foreach (var place in places.Values)
        {
            people[place] = Assemble(pool, present[place], null, week, shared);
        }

        return new GatheredPool([.. people.OfType<GatheredPerson>()], unknown);
    }

    private static bool IsGraphsTrouble(ScheduleAnswer answer) =>
        answer is UnknownSchedule { Reason: ScheduleFailure.GraphDown or ScheduleFailure.Throttled or ScheduleFailure.Unreadable };

    private GatheredPerson Assemble(
        PoolOptions pool, (Participant Person, DirectoryPerson Entry) present, KnownSchedule? calendar, Week week, SharedParts shared)
    {
        var (person, entry) = present;
        var hours = UsualHours.Of(person.Preferences, AtHome(pool, present, calendar?.Hours), person.Zone);
        var free = daysOff.OfOffice(entry.Office, pool, week.Monday.Year);
        var rules = new AvailabilityRules { UsualHours = UsualHours.Narrowing(person.Preferences, hours.Zone), Holidays = free };
        var member = new PoolMember
        {
            Id = person.PersonId,
            Office = entry.Office,
            Department = entry.Department,
            ManagerId = entry.ManagerId,
            Zone = hours.Zone,
            Languages = shared.Languages(person.Preferences.Languages is { Length: > 0 } spoken ? spoken : [person.Language]),
            OfficeDays = person.Preferences.OfficeDays is { Length: > 0 } told ? DaySets.Of(told) : hours.Days,
            Offers = [.. person.Preferences.Kinds],
            PrefersNewPeople = person.Preferences.PrefersNewPeople,
            AcceptsOnline = person.Preferences.Online,
            AcceptsInPerson = person.Preferences.InPerson,
            Free = AvailabilityBuilder.Build(week, hours, calendar?.Busy ?? [], rules),
            TurnsLeftOut = person.TurnsLeftOut,
        };
        return new GatheredPerson(person, entry, member, hours, CalendarWasRead: calendar is not null) { DaysOff = free };
    }

    private MailboxHours? AtHome(PoolOptions pool, (Participant Person, DirectoryPerson Entry) present, MailboxHours? hours) =>
        hours is null
        ? null
        : hours with
        {
            Zone = MailboxZones.AtHome(
                hours.Zone,
                daysOff.CountryOfOffice(present.Entry.Office) is { } country ? MailboxZones.InCountry(hours.Zone, country) : null,
                present.Person.Zone,
                pool.Zone),
        };
}
