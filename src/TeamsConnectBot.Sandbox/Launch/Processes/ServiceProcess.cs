using System.Collections.Concurrent;
using System.Diagnostics;

namespace TeamsConnectBot.Sandbox.Launch.Processes;

/// <summary>The service in a process of its own.</summary>
internal sealed class ServiceProcess : IServiceMonitor, IAsyncDisposable
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(40);

    private readonly Process process;

    // This is never disposed, because a request may still be waiting for its reply when the process dies.
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentQueue<string?> log = new();

    private ServiceProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => log.Enqueue(line.Data);
        process.BeginErrorReadLine();
    }

    public Uri Url { get; private set; } = null!;

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>The peak of its resident memory, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    public TimeSpan ProcessorTime => process.TotalProcessorTime;

    /// <summary>Everything it has logged.</summary>
    public string Log => string.Join('\n', log);

    /// <summary>Starts it on a clock that stands still until it is moved.</summary>
    /// <exception cref="ServiceEndedException">It did not start; the message contains its log.</exception>
    public static Task<ServiceProcess> StartAsync(DateTimeOffset at, IEnumerable<string> settings) =>
        StartAsync(["--at", at.UtcTicks.ToString(CultureInfo.InvariantCulture)], settings);

    /// <summary>Starts it on a clock that runs, this far ahead of the real one.</summary>
    /// <exception cref="ServiceEndedException">It did not start; the message contains its log.</exception>
    public static Task<ServiceProcess> StartRunningAsync(TimeSpan ahead, IEnumerable<string> settings) =>
        StartAsync(["--ahead", ahead.Ticks.ToString(CultureInfo.InvariantCulture)], settings);

    private static async Task<ServiceProcess> StartAsync(IEnumerable<string> clock, IEnumerable<string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServiceProcess).Assembly.Location, "service", .. clock, "--", .. settings])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };

        // The process is too short-lived for the runtime's profiling to pay off.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountThreshold"] = "1000";
        var service = new ServiceProcess(Process.Start(start)!);
        service.Url = new Uri(await service.ReadAsync());
        return service;
    }

    public async Task<ServiceStatus> GetStatusAsync(CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<ServiceStatus>(await AskAsync("status"))!;

    public Task WakeSchedulerAsync(CancellationToken cancellationToken) => AskAsync("wake");

    /// <summary>Moves its clock. Later requests see the new time.</summary>
    public void MoveTo(DateTimeOffset at) => Write($"at {at.UtcTicks.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Kills it with SIGKILL, and returns once it is dead.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Asks it to shut down gracefully, and waits.</summary>
    /// <returns>How long the shutdown took.</returns>
    public async Task<TimeSpan> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        Write("stop");
        using var timeout = new CancellationTokenSource(ShutdownTimeout);
        await process.WaitForExitAsync(timeout.Token);
        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<string> AskAsync(string request)
    {
        await turn.WaitAsync();
        try
        {
            Write(request);
            return await ReadAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    private void Write(string line)
    {
        try
        {
            lock (process)
            {
                process.StandardInput.WriteLine(line);
            }
        }
        catch (Exception broken) when (broken is IOException or InvalidOperationException)
        {
            throw new ServiceEndedException("The service's process has ended.", broken);
        }
    }

    private async Task<string> ReadAsync() =>
        await process.StandardOutput.ReadLineAsync()
        ?? throw new ServiceEndedException($"The service's process has ended. Its log:\n{Log}");
}

/// <summary>The service's process no longer exists.</summary>
internal sealed class ServiceEndedException(string message, Exception? cause = null) : Exception(message, cause);
