using System.Globalization;

namespace TeamsConnectBot.Benchmarks;

internal static class PeakMemory
{
    /// <summary>The most memory this process ever had resident, in MiB; −1 where the system doesn't tell (outside Linux).</summary>
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
