namespace TeamsConnectBot.Graph.Schedules;

/// <summary>
/// Turns a row into an answer. If any part of it cannot be read, the whole schedule is unknown, because unknown is never free.
/// </summary>
internal sealed class ScheduleReader(Interval window)
{
    public static readonly Duration ViewInterval = Duration.FromMinutes(15);

    public ScheduleAnswer Read(string personId, ScheduleRow row)
    {
        if (row.Error is { } error)
        {
            return new UnknownSchedule(personId, ReasonOf(error));
        }

        if (row.ScheduleItems is null && row.AvailabilityView is null)
        {
            return new UnknownSchedule(personId, ScheduleFailure.Unreadable);
        }

        var hours = HoursOf(row.WorkingHours);
        var busy = new List<Interval>();
        foreach (var item in row.ScheduleItems ?? [])
        {
            if (item.Start?.ToInstant() is not { } start || item.End?.ToInstant() is not { } end || end < start)
            {
                return new UnknownSchedule(personId, ScheduleFailure.Unreadable);
            }

            // Someone who works elsewhere is available; participants report themselves where they work.
            if (item.Status?.ToUpperInvariant() is not ("FREE" or "WORKINGELSEWHERE"))
            {
                Add(busy, start, end);
            }
        }

        IReadOnlyList<Interval> entries = [.. busy];
        return TryAddView(row, busy)
            ? new KnownSchedule(personId, Merge(busy), hours) { Entries = entries }
            : new UnknownSchedule(personId, ScheduleFailure.Unreadable);
    }

    /// <summary>Working hours, or null when a part of them cannot be read.</summary>
    public static MailboxHours? HoursOf(ScheduleRow.Hours? hours)
    {
        if (hours?.DaysOfWeek is not { } names
            || MailboxTime.ParseTime(hours.StartTime) is not { } start
            || MailboxTime.ParseTime(hours.EndTime) is not { } end)
        {
            return null;
        }

        List<IsoDayOfWeek> days = [.. names.Select(DayOf)];
        return !days.Contains(IsoDayOfWeek.None) && ZoneOf(hours.TimeZone) is { } zone
            ? new MailboxHours([.. days.Distinct().Order()], start, end, zone)
            : null;
    }

    private static IsoDayOfWeek DayOf(string name) =>
        Enum.TryParse<IsoDayOfWeek>(name, ignoreCase: true, out var day) && Enum.IsDefined(day) ? day : IsoDayOfWeek.None;

    private static DateTimeZone? ZoneOf(ScheduleRow.Zone? zone) =>
        MailboxZones.Find(zone?.Name)
        ?? (zone?.Bias is { } bias ? new CustomZone(bias, zone.StandardOffset, zone.DaylightOffset).ToZone(zone.Name ?? "Custom") : null);

    // The availability view is present even when details are hidden. A person who is busy in either the view or the items is busy.
    private bool TryAddView(ScheduleRow row, List<Interval> busy)
    {
        var view = row.AvailabilityView;
        if (view is null || view.Length != (int)Math.Ceiling(window.Duration / ViewInterval))
        {
            return row.ScheduleItems is not null;
        }

        for (var slot = 0; slot < view.Length; slot++)
        {
            if (view[slot] is not ('0' or '4'))
            {
                Add(busy, window.Start + (slot * ViewInterval), window.Start + ((slot + 1) * ViewInterval));
            }
        }

        return true;
    }

    private void Add(List<Interval> list, Instant start, Instant end)
    {
        var from = Instant.Max(start, window.Start);
        var to = Instant.Min(end, window.End);
        if (from < to)
        {
            list.Add(new Interval(from, to));
        }
    }

    private static List<Interval> Merge(List<Interval> intervals)
    {
        var merged = new List<Interval>(intervals.Count);
        foreach (var interval in intervals.OrderBy(i => i.Start))
        {
            if (merged.Count > 0 && interval.Start <= merged[^1].End)
            {
                merged[^1] = new Interval(merged[^1].Start, Instant.Max(merged[^1].End, interval.End));
            }
            else
            {
                merged.Add(interval);
            }
        }

        return merged;
    }

    private static ScheduleFailure ReasonOf(ScheduleRow.Problem error) => error.ResponseCode switch
    {
        "ErrorMailRecipientNotFound" or "ErrorNonExistentMailbox" or "ErrorInvalidSmtpAddress" or "MailboxNotEnabledForRESTAPI" =>
            ScheduleFailure.NoMailbox,
        "ErrorAccessDenied" or "ErrorNoFreeBusyAccess" => ScheduleFailure.NoAccess,
        "ErrorServerBusy" or "ErrorTimeoutExpired" => ScheduleFailure.Throttled,
        "5006" or "ErrorFreeBusyDLLimitReached" or "ErrorResultSetTooBig" => ScheduleFailure.TooMany,
        _ when error.Message?.Contains("too many calendar entries", StringComparison.OrdinalIgnoreCase) ?? false => ScheduleFailure.TooMany,
        _ => ScheduleFailure.Unreadable,
    };
}
