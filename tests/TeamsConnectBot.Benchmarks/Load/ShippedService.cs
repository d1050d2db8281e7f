using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Benchmarks.Load;

/// <summary>A service in a process of its own, started as its container does, on the real clock.</summary>
internal sealed class ShippedService : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    private readonly Process process;

    private ShippedService(Process process, Uri url) => (this.process, Url) = (process, url);

    public Uri Url { get; }

    /// <summary>The processor time it has used, of user and system.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Its resident memory now, in MiB.</summary>
    public double ResidentMiB
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
    }

    /// <summary>Starts it, and returns at the first 200 of <c>/health/live</c>.</summary>
    /// <exception cref="CannotMeasureException">It did not start.</exception>
    public static Task<ShippedService> StartAsync(
        string file, SandboxServer tenant, LaunchOptions options, CancellationToken cancellation) =>
        StartAsync([file, .. ServiceSettings.For(tenant, options)], cancellation);

    /// <summary>Starts a program that has <c>/health/live</c> and takes <c>--urls</c>.</summary>
    /// <exception cref="CannotMeasureException">It did not start.</exception>
    public static async Task<ShippedService> StartAsync(IReadOnlyList<string> program, CancellationToken cancellation)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [.. program, $"--urls={url}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(program[0])!,
        };
        var log = new List<string>();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var service = new ShippedService(process, url);
        using var http = new HttpClient { BaseAddress = url };
        var watch = Stopwatch.StartNew();
        while (!await IsLiveAsync(http, cancellation))
        {
            if (process.HasExited || watch.Elapsed > StartTimeout)
            {
                await service.DisposeAsync();
                lock (log)
                {
                    throw new CannotMeasureException("the service did not start: " + string.Join(' ', log.TakeLast(5)));
                }
            }

            await Task.Delay(PollInterval, cancellation);
        }

        return service;

        void Keep(string? line)
        {
            lock (log)
            {
                log.Add(line ?? "");
            }
        }
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

    private static async Task<bool> IsLiveAsync(HttpClient http, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/live", UriKind.Relative), cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Something cannot be measured: the version lacks it, or it failed.</summary>
internal sealed class CannotMeasureException(string message) : Exception(message);
