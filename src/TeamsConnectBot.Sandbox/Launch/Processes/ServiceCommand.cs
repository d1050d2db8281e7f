using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using TeamsConnectBot.Sandbox.Clock;

namespace TeamsConnectBot.Sandbox.Launch.Processes;

/// <summary>
/// The real service in a process of its own, on a clock it is told. It does what it is asked on standard input, and dies when
/// that ends. With <c>--at</c> its clock stands until it is moved, with <c>--ahead</c> it runs.
/// </summary>
internal static class ServiceCommand
{
    // SIGXFSZ on Linux.
    private const int FileTooLarge = 25;

    public static Command Create()
    {
        var at = new Option<long?>("--at") { Description = "Where the clock stands, in ticks (UTC)." };
        var ahead = new Option<long>("--ahead") { Description = "How far the clock is ahead of the real one, in ticks." };
        var settings = new Argument<string[]>("settings") { Description = "The service's own settings, after --." };
        var command = new Command("service", "The service as a process of its own; the Sandbox starts it.") { at, ahead, settings };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(at) is { } ticks ? new SandboxClock(new DateTimeOffset(ticks, TimeSpan.Zero)) : new AheadClock(TimeSpan.FromTicks(parsed.GetValue(ahead))),
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
        // A write beyond a limit on the size of files is to fail as on a full disk, and not to end the process.
        using var beyondLimit = OperatingSystem.IsLinux() ? PosixSignalRegistration.Create((PosixSignal)FileTooLarge, context => context.Cancel = true) : null;
        using var pulse = new ServicePulse(app.Services);
        await app.StartAsync(cancellation);
        await SayAsync(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        while (await Console.In.ReadLineAsync(cancellation) is { } asked)
        {
            switch (asked.Split(' '))
            {
                case ["look"]:
                    await SayAsync(JsonSerializer.Serialize(await pulse.LookAsync(cancellation)));
                    break;
                case ["wake"]:
                    await pulse.WakeAsync(cancellation);
                    await SayAsync("");
                    break;
                case ["at", var ticks] when clock is SandboxClock standing:
                    var to = new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);
                    standing.AdvanceTo(to > standing.GetUtcNow() ? to : standing.GetUtcNow());
                    break;
                case ["stop"]:
                    await app.StopAsync(CancellationToken.None);
                    return 0;
            }
        }

        // Whoever started it is gone.
        Environment.Exit(1);
        return 1;
    }

    private static async Task SayAsync(string line)
    {
        await Console.Out.WriteLineAsync(line);
        await Console.Out.FlushAsync();
    }
}
