using System.CommandLine;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using TeamsConnectBot.Sandbox.Clock;

namespace TeamsConnectBot.Sandbox.Launch.Processes;

/// <summary>
/// Runs the real service in a process of its own, on a given clock: one that stands still until it is moved (<c>--at</c>), or one
/// that runs (<c>--ahead</c>). It obeys commands on standard input, and exits when that is closed.
/// </summary>
internal static class ServiceCommand
{
    // SIGXFSZ on Linux.
    private const int FileTooLarge = 25;

    public static Command Create()
    {
        var at = new Option<long?>("--at") { Description = "The time at which the clock is stopped, in ticks (UTC)." };
        var ahead = new Option<long>("--ahead") { Description = "How far the clock is ahead of the real one, in ticks." };
        var settings = new Argument<string[]>("settings") { Description = "The service's own settings, after --." };
        var command = new Command("service", "Runs the service in a process of its own; started by the Sandbox.") { at, ahead, settings };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(at) is { } ticks
                ? new SandboxClock(new DateTimeOffset(ticks, TimeSpan.Zero))
                : new AheadClock(TimeSpan.FromTicks(parsed.GetValue(ahead))),
            parsed.GetRequiredValue(settings),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TimeProvider clock, string[] settings, CancellationToken cancellation)
    {
        await using var app = ServiceHost.Build(settings, builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(clock));
            builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
            builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        });

        // A write beyond the file size limit must fail as on a full disk, not end the process.
        using var ignored = OperatingSystem.IsLinux()
            ? PosixSignalRegistration.Create((PosixSignal)FileTooLarge, context => context.Cancel = true)
            : null;
        using var monitor = new ServiceMonitor(app.Services);
        await app.StartAsync(cancellation);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        await Console.Out.WriteLineAsync(addresses.First());
        while (await Console.In.ReadLineAsync(cancellation) is { } line)
        {
            switch (line.Split(' '))
            {
                case ["status"]:
                    await Console.Out.WriteLineAsync(JsonSerializer.Serialize(await monitor.GetStatusAsync(cancellation)));
                    break;
                case ["wake"]:
                    await monitor.WakeSchedulerAsync(cancellation);
                    await Console.Out.WriteLineAsync("");
                    break;
                case ["at", var ticks] when clock is SandboxClock sandboxClock:
                    var to = new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);
                    sandboxClock.AdvanceTo(to > sandboxClock.GetUtcNow() ? to : sandboxClock.GetUtcNow());
                    break;
                case ["stop"]:
                    await app.StopAsync(CancellationToken.None);
                    return 0;
            }
        }

        // The parent process has ended.
        Environment.Exit(1);
        return 1;
    }
}
