namespace TeamsConnectBot.Graph.Schedules;

/// <summary>One person's schedule as Graph reports it: known, or unknown, which is never treated as free.</summary>
internal abstract record ScheduleAnswer(string PersonId);

/// <summary>When a person is not free. Subjects, places and attendees are never kept.</summary>
/// <param name="PersonId">The Entra object id.</param>
/// <param name="Busy">Merged and in order; tentative, busy, out of office and unknown count, working elsewhere does not. Focus time is
/// booked in the calendar as busy, so it is included.</param>
/// <param name="Hours">The mailbox's working hours; null when they are missing or cannot be read.</param>
internal sealed record KnownSchedule(string PersonId, IReadOnlyList<Interval> Busy, MailboxHours? Hours) : ScheduleAnswer(PersonId)
{
    /// <summary>The calendar entries within <see cref="Busy"/>, unmerged: times only.</summary>
    public IReadOnlyList<Interval> Entries { get; init; } = [];
}

/// <summary>The person's schedule could not be read.</summary>
internal sealed record UnknownSchedule(string PersonId, ScheduleFailure Reason) : ScheduleAnswer(PersonId);

/// <summary>Working hours as the person set them in Outlook.</summary>
/// <param name="Days">The days they work.</param>
/// <param name="Start">When they begin, in <paramref name="Zone"/>.</param>
/// <param name="End">When they end; a time at or before <paramref name="Start"/> is on the next day.</param>
/// <param name="Zone">From a Windows, an IANA or a custom zone.</param>
internal sealed record MailboxHours(IReadOnlyList<IsoDayOfWeek> Days, LocalTime Start, LocalTime End, DateTimeZone Zone);

/// <summary>Why a schedule is unknown.</summary>
internal enum ScheduleFailure
{
    /// <summary>The person has no mailbox that Graph can find.</summary>
    NoMailbox,

    /// <summary>The app or the service mailbox may not see this calendar.</summary>
    NoAccess,

    /// <summary>Throttled for longer than the service is willing to wait.</summary>
    Throttled,

    /// <summary>An answer that is not what Graph documents, or none for this person.</summary>
    Unreadable,

    /// <summary>More entries than Graph lists.</summary>
    TooMany,

    /// <summary>Graph could not be reached, or gave no token.</summary>
    GraphDown,
}
