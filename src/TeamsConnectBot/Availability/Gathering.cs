using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;
using TeamsConnectBot.Topics;

namespace TeamsConnectBot.Availability;

/// <summary>
/// Reads who is in the pool and when they are free. Only the calendars of people who allowed it and have not paused are read; everybody
/// else is free in the usual hours they reported. Someone whose calendar cannot be read is left out and counted; their free time is never
/// guessed. If most cannot be read, Graph has an outage, and the round waits instead of leaving everyone out.
/// </summary>
internal sealed class Gathering(
    Database database, GraphDirectory directory, GraphMemberIds groups, GraphSchedules schedules, DaysOff daysOff, Interests interests,
    TimeProvider clock)
{
    /// <summary>The prefix of the counts of unreadable calendars; the reason follows.</summary>
    public const string UnknownCalendar = "calendar";

    // Up to about this many people, reading them one by one costs less than reading the whole group.
    private const int MaxReadOneByOne = 8;

    /// <summary>The pool's active participants with their availability.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="week">The round's week.</param>
    /// <param name="requireCalendars">Whether to fail rather than continue without most calendars.</param>
    /// <param name="hireDates">Whether a rule needs to know when people joined the organisation.</param>
    /// <param name="readCalendars">Whether to read calendars at all; without, everybody is free in the hours they reported.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <exception cref="GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<PoolSnapshot> GatherAsync(
        PoolOptions pool, Week week, bool requireCalendars, bool hireDates, bool readCalendars, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var joined = await database.ReadAsync(
            db => db.Participants.Where(person => person.JoinedAt != null).ToListAsync(cancellationToken), cancellationToken);
        var participants = joined.Where(person => person.IsActiveAt(now))
            .ToDictionary(person => person.PersonId, StringComparer.OrdinalIgnoreCase);
        var shared = new InternedValues();
        var sides = await PoolSides.ReadAsync(groups, pool, cancellationToken);
        var present = new List<(Participant Person, DirectoryPerson Entry)>();
        var withoutSide = 0;
        await foreach (var member in directory.ReadMembersAsync(pool.GroupId, cancellationToken, hireDates))
        {
            var admitted = member.Enabled && sides.Admit(member.Id);
            if (!member.Enabled || !participants.Remove(member.Id, out var person))
            {
                continue;
            }

            if (admitted)
            {
                present.Add((person, shared.Of(member)));
            }
            else
            {
                withoutSide++;
            }
        }

        present.Sort((one, other) => string.CompareOrdinal(one.Person.PersonId, other.Person.PersonId));
        var whole = new Interval(week.Start, week.End);
        var people = await WithCalendarsAsync(pool, present, whole, requireCalendars, readCalendars, shared, cancellationToken);
        return sides.Divide(people, pool, withoutSide);
    }

    /// <summary>Reads the directory entries and calendars of participants again who are still in the pool's group.</summary>
    /// <exception cref="GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<PoolSnapshot> RereadMembersAsync(
        PoolOptions pool, IReadOnlyCollection<string> personIds, Week week, bool requireCalendars, CancellationToken cancellationToken)
    {
        // Of many people the whole group is read anyway.
        var members = personIds.Count is > 0 and <= MaxReadOneByOne ? await groups.ReadAsync(pool.GroupId, cancellationToken) : null;
        return await RereadAsync(
            pool, members is null ? personIds : [.. personIds.Where(members.Contains)], week, requireCalendars, cancellationToken);
    }

    /// <summary>Reads some participants' directory entries and calendars again; an account that is switched off is left out.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="personIds">Which of them.</param>
    /// <param name="week">The round's week.</param>
    /// <param name="requireCalendars">Whether to fail rather than continue without most calendars.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <exception cref="GraphUnavailableException">Graph gave no usable answer.</exception>
    public Task<PoolSnapshot> RereadAsync(
        PoolOptions pool, IReadOnlyCollection<string> personIds, Week week, bool requireCalendars, CancellationToken cancellationToken) =>
        RereadAsync(pool, personIds, new Interval(week.Start, week.End), requireCalendars, cancellationToken);

    /// <summary>Reads no more of the calendars than a part of a week; the rest of that week does not count as free.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="personIds">Whose.</param>
    /// <param name="part">A part of one week that starts on a quarter hour.</param>
    /// <param name="requireCalendars">Whether to fail rather than continue without most calendars.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <exception cref="GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<PoolSnapshot> RereadAsync(
        PoolOptions pool, IReadOnlyCollection<string> personIds, Interval part, bool requireCalendars, CancellationToken cancellationToken)
    {
        var participants = await database.ReadAsync(
            db => db.Participants.Where(person => personIds.Contains(person.PersonId)).OrderBy(person => person.PersonId)
                .ToListAsync(cancellationToken),
            cancellationToken);
        var entries = await FindAsync(pool, personIds, cancellationToken);
        var present = participants
            .Where(person => person.UnreachableSince is null && entries.GetValueOrDefault(person.PersonId) is { Enabled: true })
            .Select(person => (person, entries[person.PersonId])).ToList();
        return await WithCalendarsAsync(
            pool, present, part, requireCalendars, readCalendars: true, new InternedValues(), cancellationToken);
    }

    private async Task<Dictionary<string, DirectoryPerson>> FindAsync(
        PoolOptions pool, IReadOnlyCollection<string> personIds, CancellationToken cancellationToken)
    {
        if (personIds.Count > MaxReadOneByOne)
        {
            return await directory.ReadMembersAsync(pool.GroupId, cancellationToken)
                .ToDictionaryAsync(member => member.Id, StringComparer.OrdinalIgnoreCase, cancellationToken);
        }

        var entries = new Dictionary<string, DirectoryPerson>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in personIds)
        {
            if (await directory.FindAsync(id, cancellationToken) is { } entry)
            {
                entries[id] = entry;
            }
        }

        return entries;
    }

    private async Task<PoolSnapshot> WithCalendarsAsync(
        PoolOptions pool, List<(Participant Person, DirectoryPerson Entry)> present, Interval part, bool requireCalendars,
        bool readCalendars, InternedValues shared, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var mailboxes = present
            .Where(known => readCalendars && known.Person.GapsAllowedAt is not null && known.Person.IsActiveAt(now)
                && known.Entry.Mail is not null)
            .Select(known => new MailboxRequest(known.Person.PersonId, known.Entry.Mail!)).ToList();

        // Each person is assembled as soon as their answer arrives: a week takes 84 bytes, Graph's answer many times that.
        var indexes = present.Index().ToDictionary(
            known => known.Item.Person.PersonId, known => known.Index, StringComparer.OrdinalIgnoreCase);
        var people = new PersonSnapshot?[present.Count];
        var unknown = new Dictionary<string, int>(StringComparer.Ordinal);
        var failures = 0;
        await foreach (var answer in schedules.ReadAsync(mailboxes, part, cancellationToken))
        {
            failures += IsOutage(answer) ? 1 : 0;
            indexes.Remove(answer.PersonId, out var index);
            if (answer is UnknownSchedule { Reason: not ScheduleFailure.NoMailbox and var reason })
            {
                var why = UnknownCalendar + reason;
                unknown[why] = unknown.GetValueOrDefault(why) + 1;
                continue;
            }

            people[index] = Assemble(pool, present[index], answer as KnownSchedule, part, shared);
        }

        if (requireCalendars && 2 * failures > mailboxes.Count)
        {
            throw new GraphUnavailableException(GraphFailure.Unreachable, "most calendars");
        }

        // The calendars of the others were not requested.
        foreach (var index in indexes.Values)
        {
            people[index] = Assemble(pool, present[index], null, part, shared);
        }

        return new PoolSnapshot(await WithInterestsAsync([.. people.OfType<PersonSnapshot>()], cancellationToken), unknown);
    }

    private async Task<IReadOnlyList<PersonSnapshot>> WithInterestsAsync(List<PersonSnapshot> people, CancellationToken cancellationToken)
    {
        var members = await interests.AddToAsync(people.ConvertAll(person => person.Member), cancellationToken);
        return [.. people.Zip(members, (person, member) => person with { Member = member })];
    }

    private static bool IsOutage(ScheduleAnswer answer) =>
        answer is UnknownSchedule { Reason: ScheduleFailure.GraphDown or ScheduleFailure.Throttled or ScheduleFailure.Unreadable };

    private PersonSnapshot Assemble(
        PoolOptions pool, (Participant Person, DirectoryPerson Entry) present, KnownSchedule? calendar, Interval part,
        InternedValues shared)
    {
        var (person, entry) = present;
        var week = Week.Of(part.Start);
        var (first, end) = (week.QuarterHourOf(part.Start), week.QuarterHourOf(part.End - Duration.Epsilon) + 1);
        var read = end - first == Week.QuarterHours ? null : WeekAvailability.FromSlots([new Slot(first, end - first)]);
        var hours = UsualHours.Of(person.Preferences, AtHome(pool, present, calendar?.Hours), person.Zone);
        var free = daysOff.OfOffice(entry.Office, pool, week.Monday.Year);
        var rules = new AvailabilityRules
        {
            UsualHours = UsualHours.Narrowing(person.Preferences, hours.Zone), Holidays = free,
            LunchBreak = DailyHours.Parse(pool.LunchBreak),
        };
        var busy = calendar?.Busy ?? [];
        var availability = Build(rules);
        var member = new PoolMember
        {
            Id = person.PersonId, Office = entry.Office, Department = entry.Department, ManagerId = entry.ManagerId, Zone = hours.Zone,
            Languages = shared.Languages(person.Preferences.Languages is { Length: > 0 } spoken ? spoken : [person.Language]),
            OfficeDays = person.Preferences.OfficeDays is { Length: > 0 } told ? DaySets.Of(told) : hours.Days,
            Offers = [.. person.Preferences.Kinds],
            PrefersNewPeople = person.Preferences.PrefersNewPeople,
            PrefersOtherDepartment = person.Preferences.PrefersOtherDepartment, AcceptsOnline = person.Preferences.Online,
            AcceptsInPerson = person.Preferences.InPerson,
            Free = availability, FreeAtLunch = AtLunch(),
            TurnsLeftOut = person.TurnsLeftOut,
        };
        return new PersonSnapshot(person, entry, member, hours, CalendarWasRead: calendar is not null) { DaysOff = free };

        // The pool's break is the time for lunch, and for nothing else.
        WeekAvailability AtLunch() => rules.LunchBreak is { } lunch
            ? Build(rules with { LunchBreak = null }).And(LunchTime.In(week, hours.Zone, lunch))
            : availability.And(LunchTime.In(week, hours.Zone, LunchTime.Usual));

        // Unknown is never free, and outside the part nothing was read.
        WeekAvailability Build(AvailabilityRules applied)
        {
            var free = AvailabilityBuilder.Build(week, [hours], busy, applied);
            return read is null ? free : free.And(read);
        }
    }

    private MailboxHours? AtHome(PoolOptions pool, (Participant Person, DirectoryPerson Entry) present, MailboxHours? hours)
    {
        if (hours is null)
        {
            return null;
        }

        var ofOffice = daysOff.CountryOfOffice(present.Entry.Office) is { } country ? MailboxZones.InCountry(hours.Zone, country) : null;
        return hours with { Zone = MailboxZones.AtHome(hours.Zone, ofOffice, present.Person.Zone, pool.Zone) };
    }
}
