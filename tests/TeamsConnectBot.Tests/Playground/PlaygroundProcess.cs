using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace TeamsConnectBot.Tests.Playground;

/// <summary>The playground, running for one bot on a free loopback port.</summary>
internal sealed class PlaygroundProcess : IDisposable
{
    private const string Listening = "Listening on ";
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = [];
    private readonly TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PlaygroundProcess(Uri messages, string folder)
    {
        var start = new ProcessStartInfo("node",
        [
            "-r", PlaygroundPackage.File("loopback-only.cjs"),
            PlaygroundPackage.File("node_modules/@microsoft/m365agentsplayground/cli.js"),
            "start", "--disable-telemetry", "-e", messages.ToString(), "-c", "msteams", "-p", "0",
        ])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["APPLICATION_INSIGHTS_NO_STATSBEAT"] = "1";
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        start.Environment["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = PlaygroundPackage.File("people.yml");
        start.Environment["M365_AGENTS_PLAYGROUND_LOGFILE"] = Path.Combine(folder, "playground.log");

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => OnOutput(line.Data);
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
    }

    public Uri Url { get; private set; } = null!;

    /// <param name="messages">The bot's endpoint for activities.</param>
    /// <param name="folder">The folder for the playground's files.</param>
    public static async Task<PlaygroundProcess> StartAsync(Uri messages, string folder)
    {
        var playground = new PlaygroundProcess(messages, folder);
        try
        {
            playground.process.Start();
            playground.process.BeginOutputReadLine();
            playground.process.BeginErrorReadLine();
            playground.Url = new Uri($"http://127.0.0.1:{await playground.port.Task.WaitAsync(Timeout)}");
            return playground;
        }
        catch
        {
            playground.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    private void OnOutput(string? line)
    {
        if (line is null)
        {
            port.TrySetException(new InvalidOperationException($"The playground stopped: {string.Join('\n', output)}"));
            return;
        }

        output.Enqueue(line);
        if (line.StartsWith(Listening, StringComparison.Ordinal))
        {
            port.TrySetResult(int.Parse(line[Listening.Length..], CultureInfo.InvariantCulture));
        }
    }
}
