using System.Globalization;

namespace TeamsConnectBot.Benchmarks;

internal static class PeakMemory
{
    /// <summary>The peak resident memory of this process, in MiB; −1 when the system does not report it (outside Linux).</summary>
    public static double MiB()
    {
        const string Status = "/proc/self/status";
        if (!File.Exists(Status))
        {
            return -1;
        }

        var line = File.ReadLines(Status).First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kibibytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1];
        return Math.Round(double.Parse(kibibytes, CultureInfo.InvariantCulture) / 1024, 1);
    }
}
