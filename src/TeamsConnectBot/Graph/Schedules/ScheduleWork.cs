namespace TeamsConnectBot.Graph.Schedules;

/// <summary>
/// The groups still to ask for. A group that failed is halved, to find the mailbox that spoils it, but only so often:
/// when everything fails, splitting on would multiply the requests.
/// </summary>
internal sealed class ScheduleWork
{
    private const int LeastSplits = 16;

    private readonly Queue<ScheduleGroup> groups;
    private readonly List<UnknownSchedule> givenUp = [];
    private int splitsLeft;

    public ScheduleWork(IEnumerable<ScheduleGroup> groups)
    {
        this.groups = new Queue<ScheduleGroup>(groups);
        splitsLeft = Math.Max(LeastSplits, this.groups.Count);
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

    public void AddAgain(IEnumerable<(ScheduleGroup Group, ScheduleFailure Reason)> failed)
    {
        foreach (var (group, reason) in failed)
        {
            if (group.Mailboxes.Count == 1 || splitsLeft == 0)
            {
                givenUp.AddRange(group.People.Select(p => new UnknownSchedule(p, reason)));
                continue;
            }

            splitsLeft--;
            var (first, second) = group.Halves();
            groups.Enqueue(first);
            groups.Enqueue(second);
        }
    }

    /// <summary>The people nobody asks for again, handed out once.</summary>
    public IReadOnlyList<UnknownSchedule> TakeGivenUp()
    {
        var taken = givenUp.ToArray();
        givenUp.Clear();
        return taken;
    }
}
