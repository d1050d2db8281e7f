namespace TeamsConnectBot.Core.Matching.Solver.Exact;

internal sealed partial class BlossomMatching
{
    /// <summary>Grows one tree until its root has a partner, or somebody with y = 0 is free in its place.</summary>
    private void Grow(int root)
    {
        now = 0;
        horizon = int.MaxValue;
        events.Clear();
        MakeEven(tops[root]);
        ScanReached(0);
        while (!Handle(events.Pop()))
        {
        }

        Settle();
    }

    /// <summary>Handles one event; true when it ends the tree.</summary>
    private bool Handle((int Time, int Id) next)
    {
        work++;
        now = next.Time;
        if (next.Id < graph.Entries)
        {
            return MeetTight(graph.From[next.Id], graph.To[next.Id], graph.Weight[next.Id]);
        }

        var node = next.Id - graph.Entries;
        if (node < people)
        {
            Augment(node, -1);
            return true;
        }

        if (parents[node] < 0 && labels[node] == Odd && Dual(node) == 0)
        {
            Expand(node);
        }

        return false;
    }

    private bool MeetTight(int from, int to, int weight)
    {
        if (labels[tops[from]] != Even)
        {
            (from, to) = (to, from);
        }

        var (top, other) = (tops[from], tops[to]);

        // The event may be outdated: both may be in one blossom by now, or the other may have become odd.
        if (labels[top] != Even || top == other || labels[other] == Odd || Dual(from) + Dual(to) != weight)
        {
            return false;
        }

        if (labels[other] == Even)
        {
            Shrink(from, to);
            return false;
        }

        if (mates[bases[other]] < 0)
        {
            Rebase(other, to);
            mates[to] = from;
            Augment(from, to);
            return true;
        }

        MakeOdd(other, from, to);
        var scanned = reached.Count;
        MakeEven(tops[mates[bases[other]]]);
        ScanReached(scanned);
        return false;
    }

    private void MakeEven(int node)
    {
        Label(node, Even);
        Reach(node);
    }

    private void MakeOdd(int node, int from, int to)
    {
        Label(node, Odd);
        Reach(node);
        (entryFrom[node], entryTo[node]) = (from, to);
        if (node >= people)
        {
            Schedule(now + (duals[node] / 2), graph.Entries + node);
        }
    }

    private void Label(int node, int label)
    {
        labels[node] = label;
        since[node] = now;
        labelled.Add(node);
    }

    /// <summary>Adds a node's people to the tree, at the current time.</summary>
    private void Reach(int node)
    {
        var start = reached.Count;
        CollectPeople(node, reached);
        for (var index = start; index < reached.Count; index++)
        {
            since[reached[index]] = now;
        }
    }

    private void ScanReached(int start)
    {
        var end = reached.Count;
        for (var index = start; index < end; index++)
        {
            Scan(reached[index]);
        }
    }

    /// <summary>Schedules the events of a person who just became even.</summary>
    private void Scan(int person)
    {
        var dual = Dual(person);
        if (now + dual < horizon)
        {
            horizon = now + dual;
            Schedule(horizon, graph.Entries + person);
        }

        var top = tops[person];
        var end = graph.Start[person + 1];
        work += end - graph.Start[person];
        for (var entry = graph.Start[person]; entry < end; entry++)
        {
            var other = tops[graph.To[entry]];
            if (other == top || labels[other] == Odd)
            {
                continue;
            }

            var slack = dual + Dual(graph.To[entry]) - graph.Weight[entry];
            if (labels[other] == Even)
            {
                Schedule(now + (slack / 2), entry);
                continue;
            }

            Schedule(now + slack, entry);
            if (mates[bases[other]] < 0)
            {
                horizon = Math.Min(horizon, now + slack);
            }
        }
    }

    /// <summary>The tree ends at the horizon at the latest, so later events are not needed.</summary>
    private void Schedule(int time, int id)
    {
        if (time <= horizon)
        {
            events.Push(time, id);
        }
    }

    /// <summary>A node's current dual. A person's changes with their outermost node; a blossom's only while it is outermost.</summary>
    private int Dual(int node)
    {
        var passed = now - since[node];
        if (node >= people)
        {
            return duals[node] + (labels[node] == Even ? 2 * passed : labels[node] == Odd ? -2 * passed : 0);
        }

        var label = labels[tops[node]];
        return duals[node] + (label == Even ? -passed : label == Odd ? passed : 0);
    }

    private void Fix(int node)
    {
        duals[node] = Dual(node);
        since[node] = now;
    }

    /// <summary>Ends the tree: stores the current duals and removes the labels.</summary>
    private void Settle()
    {
        reached.ForEach(Fix);
        foreach (var node in labelled.Where(node => node >= people && parents[node] < 0))
        {
            Fix(node);
        }

        labelled.ForEach(node => labels[node] = None);

        reached.Clear();
        labelled.Clear();
    }

    private void CollectPeople(int node, List<int> into)
    {
        work++;
        if (node < people)
        {
            into.Add(node);
            return;
        }

        foreach (var child in rings[node].Nodes)
        {
            CollectPeople(child, into);
        }
    }
}
