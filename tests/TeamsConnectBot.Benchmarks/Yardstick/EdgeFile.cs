using TeamsConnectBot.Core.Matching.Solver;

namespace TeamsConnectBot.Benchmarks.Yardstick;

/// <summary>
/// Candidate pairs as text: a first line 'n m', then m lines 'u v w'. They are streamed into one array, so that a large file does not count
/// twice in the peak memory.
/// </summary>
internal static class EdgeFile
{
    public static (int People, WeightedEdge[] Edges) Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var numbers = new NumberReader(file);
        var people = numbers.Next();
        var edges = new WeightedEdge[numbers.Next()];
        for (var index = 0; index < edges.Length; index++)
        {
            edges[index] = new WeightedEdge(numbers.Next(), numbers.Next(), numbers.Next());
        }

        return (people, edges);
    }

    private sealed class NumberReader(Stream stream)
    {
        private readonly byte[] buffer = new byte[1 << 18];
        private int at;
        private int length;

        public int Next()
        {
            var symbol = Byte();
            while (symbol is not ((>= '0' and <= '9') or '-'))
            {
                symbol = symbol >= 0 ? Byte() : throw new InvalidDataException("The edge file ends before its last edge.");
            }

            var negative = symbol == '-';
            symbol = negative ? Byte() : symbol;
            var value = 0L;
            for (; symbol is >= '0' and <= '9'; symbol = Byte())
            {
                value = Math.Min(int.MaxValue, (value * 10) + symbol - '0');
            }

            return (int)(negative ? -value : value);
        }

        private int Byte()
        {
            if (at == length)
            {
                length = stream.Read(buffer);
                at = 0;
            }

            return at < length ? buffer[at++] : -1;
        }
    }
}
