namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>A binary heap of (key, value) pairs packed in 64 bits: lowest key first, then lowest value, on every machine.</summary>
internal sealed class MinHeap
{
    private long[] items = new long[256];
    private int count;

    public bool IsEmpty => count == 0;

    public void Clear() => count = 0;

    public void Push(int key, int value)
    {
        if (count == items.Length)
        {
            Array.Resize(ref items, 2 * count);
        }

        var item = ((long)key << 32) | (uint)value;
        var at = count++;
        while (at > 0 && items[(at - 1) / 2] > item)
        {
            items[at] = items[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        items[at] = item;
    }

    public (int Key, int Value) Pop()
    {
        var top = items[0];
        var last = items[--count];
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= count)
            {
                break;
            }

            if (child + 1 < count && items[child + 1] < items[child])
            {
                child++;
            }

            if (items[child] >= last)
            {
                break;
            }

            items[at] = items[child];
            at = child;
        }

        items[at] = last;
        return ((int)(top >> 32), (int)top);
    }
}
