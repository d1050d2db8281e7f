using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TeamsConnectBot.Sandbox.Launch.Processes;

/// <summary>One service in a process of its own.</summary>
internal sealed class ServiceProcess : IServicePulse, IAsyncDisposable
{
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(20);

    private readonly Process process;
    // Not disposed: a question may still be waiting for its answer when the process dies.
    private readonly SemaphoreSlim asking = new(1);
    private readonly StringBuilder log = new();

    private ServiceProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (log)
            {
                log.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
    }

    public Uri Url { get; private set; } = null!;

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>The most memory it ever had resident, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    public TimeSpan ProcessorTime => process.TotalProcessorTime;

    /// <summary>Everything it logged.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    /// <summary>On a clock that stands until it is moved.</summary>
    /// <exception cref="ServiceEndedException">It did not start; the message holds its log.</exception>
    public static Task<ServiceProcess> StartAsync(DateTimeOffset at, IEnumerable<string> settings) =>
        StartAsync(["--at", at.UtcTicks.ToString(CultureInfo.InvariantCulture)], settings);

    /// <summary>On a clock that runs, so far ahead of the real one.</summary>
    /// <exception cref="ServiceEndedException">It did not start; the message holds its log.</exception>
    public static Task<ServiceProcess> StartRunningAsync(TimeSpan ahead, IEnumerable<string> settings) =>
        StartAsync(["--ahead", ahead.Ticks.ToString(CultureInfo.InvariantCulture)], settings);

    private static async Task<ServiceProcess> StartAsync(IEnumerable<string> clock, IEnumerable<string> settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[typeof(ServiceProcess).Assembly.Location, "service", .. clock, "--", .. settings])
        {
            start.ArgumentList.Add(argument);
        }

        // It lives too short to earn back what the runtime would learn about it.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountThreshold"] = "1000";
        var service = new ServiceProcess(Process.Start(start)!);
        service.Url = new Uri(await service.ReadAsync());
        return service;
    }

    public async Task<Pulse> LookAsync(CancellationToken cancellationToken) => JsonSerializer.Deserialize<Pulse>(await AskAsync("look"))!;

    public Task WakeAsync(CancellationToken cancellationToken) => AskAsync("wake");

    /// <summary>Moves its clock. What is asked after this sees it there.</summary>
    public void MoveTo(DateTimeOffset at) => Say($"at {at.UtcTicks.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>SIGKILL; back when it is dead.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Asks it to end in its own time, and waits.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        Say("stop");
        using var patience = new CancellationTokenSource(ToEnd * 2);
        await process.WaitForExitAsync(patience.Token);
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

    private async Task<string> AskAsync(string question)
    {
        await asking.WaitAsync();
        try
        {
            Say(question);
            return await ReadAsync();
        }
        finally
        {
            asking.Release();
        }
    }

    private void Say(string line)
    {
        try
        {
            lock (process)
            {
                process.StandardInput.WriteLine(line);
                process.StandardInput.Flush();
            }
        }
        catch (Exception broken) when (broken is IOException or InvalidOperationException)
        {
            throw new ServiceEndedException("The service's process has ended.", broken);
        }
    }

    private async Task<string> ReadAsync() =>
        await process.StandardOutput.ReadLineAsync() ?? throw new ServiceEndedException($"The service's process has ended. Its log:\n{Log}");
}

/// <summary>The process is no more.</summary>
internal sealed class ServiceEndedException(string message, Exception? cause = null) : Exception(message, cause);
