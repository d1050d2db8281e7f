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

    public bool HasEnded => process.HasExited;

    public int ExitCode => process.ExitCode;

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

    /// <param name="clockFile">The file of a <see cref="Clock.SharedClock"/>.</param>
    /// <param name="settings">As on the service's command line.</param>
    /// <param name="skew">How far its clock is ahead.</param>
    /// <exception cref="ServiceEndedException">It did not start; the message holds its log.</exception>
    public static async Task<ServiceProcess> StartAsync(string clockFile, IEnumerable<string> settings, TimeSpan skew = default)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var seconds = skew.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        foreach (var argument in (string[])[typeof(ServiceProcess).Assembly.Location, "service", "--clock", clockFile, "--skew-seconds", seconds, "--", .. settings])
        {
            start.ArgumentList.Add(argument);
        }

        var service = new ServiceProcess(Process.Start(start)!);
        service.Url = new Uri(await service.ReadAsync());
        return service;
    }

    public async Task<Pulse> LookAsync(CancellationToken cancellationToken) => JsonSerializer.Deserialize<Pulse>(await AskAsync("look"))!;

    public Task WakeAsync(CancellationToken cancellationToken) => AskAsync("wake");

    /// <summary>SIGKILL; back when it is dead.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Asks it to end, as an operating system does, and waits.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        process.StandardInput.Close();
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
        asking.Dispose();
    }

    private async Task<string> AskAsync(string question)
    {
        await asking.WaitAsync();
        try
        {
            await process.StandardInput.WriteLineAsync(question);
            await process.StandardInput.FlushAsync();
            return await ReadAsync();
        }
        catch (IOException broken)
        {
            throw new ServiceEndedException("The service's process has ended.", broken);
        }
        finally
        {
            asking.Release();
        }
    }

    private async Task<string> ReadAsync() =>
        await process.StandardOutput.ReadLineAsync() ?? throw new ServiceEndedException($"The service's process has ended. Its log:\n{Log}");
}

/// <summary>The process is no more.</summary>
internal sealed class ServiceEndedException(string message, Exception? cause = null) : Exception(message, cause);
