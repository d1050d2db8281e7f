using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TeamsConnectBot.Benchmarks.Load;

namespace TeamsConnectBot.Benchmarks.Against;

/// <summary>A program that runs to its end.</summary>
internal sealed record ChildProcess(string Program, IReadOnlyList<string> Arguments, string? Folder = null)
{
    // What /proc counts time in, on every machine that .NET runs on.
    private const double TicksPerSecond = 100;

    public static ChildProcess Dotnet(string file, params IReadOnlyList<string> arguments) => new("dotnet", [file, .. arguments]);

    /// <returns>What it wrote to its standard output.</returns>
    /// <exception cref="CannotMeasureException">It failed.</exception>
    public async Task<string> ReadAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder ?? "",
        };
        using var process = Process.Start(start)!;
        await using var killed = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? output : throw new CannotMeasureException(FirstLine(await errors, output));
    }

    /// <summary>Runs a program that ends with a line of JSON, and measures it together with the processes it started.</summary>
    /// <exception cref="CannotMeasureException">It failed.</exception>
    public async Task<MeasuredRun> MeasureAsync(CancellationToken cancellation)
    {
        var before = ProcessorTimeOfEnded();
        var watch = Stopwatch.StartNew();
        var output = await ReadAsync(cancellation);
        var seconds = watch.Elapsed.TotalSeconds;
        var line = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Last(line => line.StartsWith('{'));
        return new MeasuredRun(JsonDocument.Parse(line).RootElement, seconds, ProcessorTimeOfEnded() - before);
    }

    // The system keeps it only as a sum over all children that have ended; .NET forgets it when a process ends.
    private static double ProcessorTimeOfEnded()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[13], CultureInfo.InvariantCulture) + double.Parse(fields[14], CultureInfo.InvariantCulture))
            / TicksPerSecond;
    }

    private static string FirstLine(params string[] texts) =>
        texts.SelectMany(text => text.Split('\n')).Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "it failed";
}

/// <param name="Line">The line of JSON that it ended with.</param>
/// <param name="Seconds">The time it took.</param>
/// <param name="ProcessorSeconds">The processor time it took, of user and system.</param>
internal sealed record MeasuredRun(JsonElement Line, double Seconds, double ProcessorSeconds)
{
    public double this[string figure] => Line.GetProperty(figure).GetDouble();
}
