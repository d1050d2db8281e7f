namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>All calendars: the organisation's own busy time and the service's events.</summary>
internal sealed class TenantCalendar(BusyTimeOf busyTime, TenantChanges changes)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, CalendarEvent> events = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Organiser, string TransactionId), string> transactions = [];
    private readonly Dictionary<string, ImmutableHashSet<string>> idsByAddress = new(StringComparer.OrdinalIgnoreCase);
    private long created;

    /// <summary>Raised with <c>created</c>, <c>updated</c> or <c>deleted</c>.</summary>
    public event Action<CalendarEvent, string>? EventChanged;

    /// <summary>The number of events created; a repeated transaction creates none.</summary>
    public long Created => Interlocked.Read(ref created);

    /// <summary>All existing events, oldest first.</summary>
    public IReadOnlyList<CalendarEvent> Live
    {
        get
        {
            lock (gate)
            {
                return [.. events.Values.OrderBy(item => item.Created).ThenBy(item => item.Id, StringComparer.Ordinal)];
            }
        }
    }

    public CalendarEvent? Find(string id)
    {
        lock (gate)
        {
            return SeriesOccurrences.ParseId(id) is not var (seriesId, date)
                ? events.GetValueOrDefault(id)
                : events.GetValueOrDefault(seriesId) is { } series ? SeriesOccurrences.On(series, date) : null;
        }
    }

    /// <summary>A person's calendar between two instants, ordered by start.</summary>
    public IReadOnlyList<CalendarItem> EventsOf(Person person, Instant from, Instant to)
    {
        if (!person.HasMailbox)
        {
            return [];
        }

        var own = busyTime(person, from, to).Select(block => new CalendarItem(block.Start, block.End, block.Status, block.AllDay, null));
        return [.. own.Concat(ServiceEventsOf(person.Mail!, from, to)).OrderBy(item => item.Start).ThenBy(item => item.End)];
    }

    /// <summary>The service's events in one mailbox, attended or organised, ordered by start.</summary>
    public IReadOnlyList<CalendarItem> ServiceEventsOf(string address, Instant from, Instant to)
    {
        lock (gate)
        {
            return
            [
                .. idsByAddress.GetValueOrDefault(address, [])
                    .SelectMany(id => SeriesOccurrences.Between(events[id], from, to))
                    .Where(item => item.AttendeeAt(address) is not { Removed: true })
                    .OrderBy(item => item.Start)
                    .Select(item => new CalendarItem(item.Start, item.End, ShownAs(item, address), false, item)),
            ];
        }
    }

    /// <summary>Adds an event, or returns the existing one of this organiser with the same transaction id.</summary>
    internal (CalendarEvent Event, bool IsNew) Create(CalendarEvent item)
    {
        lock (gate)
        {
            if (item.TransactionId is { } transaction)
            {
                if (transactions.TryGetValue((item.Organiser, transaction), out var known) && events.TryGetValue(known, out var existing))
                {
                    return (existing, false);
                }

                transactions[(item.Organiser, transaction)] = item.Id;
            }

            events.Add(item.Id, item);
            Index(item);
            created++;
        }

        Tell(item, "created");
        return (item, true);
    }

    /// <summary>Changes an event; null when it doesn't exist.</summary>
    internal CalendarEvent? Update(string id, Func<CalendarEvent, CalendarEvent> change)
    {
        if (SeriesOccurrences.ParseId(id) is var (series, date))
        {
            return ChangeOccurrence(series, date, item => change(item) with { Version = item.Version + 1 });
        }

        CalendarEvent changed;
        lock (gate)
        {
            if (!events.TryGetValue(id, out var item))
            {
                return null;
            }

            changed = change(item) with { Version = item.Version + 1 };
            Unindex(item);
            events[id] = changed;
            Index(changed);
        }

        Tell(changed, "updated");
        return changed;
    }

    /// <summary>Removes an event from every calendar; false when it doesn't exist.</summary>
    internal bool Remove(string id)
    {
        if (SeriesOccurrences.ParseId(id) is var (series, date))
        {
            return ChangeOccurrence(series, date, _ => null) is not null;
        }

        CalendarEvent? item;
        lock (gate)
        {
            if (!events.Remove(id, out item))
            {
                return false;
            }

            Unindex(item);
        }

        Tell(item, "deleted");
        return true;
    }

    // Returns the occurrence after the change, or as it was before when the change deleted it.
    private CalendarEvent? ChangeOccurrence(string seriesId, LocalDate date, Func<CalendarEvent, CalendarEvent?> change)
    {
        CalendarEvent? before;
        CalendarEvent? after;
        lock (gate)
        {
            if (!events.TryGetValue(seriesId, out var series) || (before = SeriesOccurrences.On(series, date)) is null)
            {
                return null;
            }

            after = change(before);
            events[seriesId] = series with { Exceptions = series.Exceptions.SetItem(date, after) };
        }

        Tell(after ?? before, after is null ? "deleted" : "updated");
        return after ?? before;
    }

    private static BusyStatus ShownAs(CalendarEvent item, string address) => item.AttendeeAt(address)?.Response switch
    {
        AttendeeStatus.Declined => BusyStatus.Free,
        AttendeeStatus.None or AttendeeStatus.TentativelyAccepted when item.ShowAs != "free" => BusyStatus.Tentative,
        _ => Enum.TryParse<BusyStatus>(item.ShowAs, ignoreCase: true, out var status) ? status : BusyStatus.Busy,
    };

    private static IEnumerable<string> AddressesOf(CalendarEvent item) =>
        item.Attendees.Select(attendee => attendee.Address).Append(item.Organiser);

    private void Index(CalendarEvent item)
    {
        foreach (var address in AddressesOf(item))
        {
            idsByAddress[address] = idsByAddress.GetValueOrDefault(address, []).Add(item.Id);
        }
    }

    private void Unindex(CalendarEvent item)
    {
        foreach (var address in AddressesOf(item))
        {
            idsByAddress[address] = idsByAddress.GetValueOrDefault(address, []).Remove(item.Id);
        }
    }

    private void Tell(CalendarEvent item, string change)
    {
        EventChanged?.Invoke(item, change);
        changes.Tell();
    }
}
