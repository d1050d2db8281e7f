namespace TeamsConnectBot.Graph.Schedules;

/// <summary>
/// The groups still to be read. A failed group is halved, to isolate the mailbox that causes the failure, but only a limited number of
/// times: when everything fails, further splitting would only multiply the requests.
/// </summary>
internal sealed class ScheduleQueue
{
    private const int MinSplits = 16;

    private readonly Queue<ScheduleGroup> groups;
    private List<UnknownSchedule> abandoned = [];
    private int splitsLeft;

    public ScheduleQueue(IEnumerable<ScheduleGroup> groups)
    {
        this.groups = new Queue<ScheduleGroup>(groups);
        splitsLeft = Math.Max(MinSplits, this.groups.Count);
    }

    public bool IsEmpty => groups.Count == 0;

    public IReadOnlyList<ScheduleGroup> Take(int most)
    {
        var taken = new List<ScheduleGroup>(most);
        while (taken.Count < most && groups.TryDequeue(out var group))
        {
            taken.Add(group);
        }

        return taken;
    }

    public void Requeue(IEnumerable<(ScheduleGroup Group, ScheduleFailure Reason)> failed)
    {
        foreach (var (group, reason) in failed)
        {
            if (group.Mailboxes.Count == 1 || splitsLeft == 0)
            {
                abandoned.AddRange(group.People.Select(p => new UnknownSchedule(p, reason)));
                continue;
            }

            splitsLeft--;
            var (first, second) = group.Halves();
            groups.Enqueue(first);
            groups.Enqueue(second);
        }
    }

    /// <summary>People whose schedule is not requested again, returned once.</summary>
    public IReadOnlyList<UnknownSchedule> TakeAbandoned()
    {
        var taken = abandoned;
        abandoned = [];
        return taken;
    }
}
