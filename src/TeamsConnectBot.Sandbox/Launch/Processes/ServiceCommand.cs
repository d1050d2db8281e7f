using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TeamsConnectBot.Sandbox.Clock;

namespace TeamsConnectBot.Sandbox.Launch.Processes;

/// <summary>
/// <c>service --clock FILE -- SETTINGS</c>: the real service in a process of its own, on a clock it shares with whoever
/// started it, and on nothing else. It answers what it is asked on standard input and ends when that ends.
/// </summary>
internal static class ServiceCommand
{
    public static Command Create()
    {
        var clock = new Option<string>("--clock") { Required = true };
        var skew = new Option<double>("--skew-seconds");
        var settings = new Argument<string[]>("settings");
        var command = new Command("service", "The service as a process of its own; the Sandbox starts it.") { clock, skew, settings };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(clock), TimeSpan.FromSeconds(parsed.GetValue(skew)), parsed.GetRequiredValue(settings), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string clockFile, TimeSpan skew, string[] settings, CancellationToken cancellation)
    {
        using var clock = new SharedClock(clockFile, skew);
        await using var app = ServiceHost.Build(settings, builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
            builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        });
        using var pulse = new ServicePulse(app.Services);
        await app.StartAsync(cancellation);
        await SayAsync(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        while (await Console.In.ReadLineAsync(cancellation) is { } asked)
        {
            switch (asked)
            {
                case "look":
                    await SayAsync(JsonSerializer.Serialize(await pulse.LookAsync(cancellation)));
                    break;
                case "wake":
                    await pulse.WakeAsync(cancellation);
                    await SayAsync("");
                    break;
            }
        }

        await app.StopAsync(CancellationToken.None);
        return 0;
    }

    private static async Task SayAsync(string line)
    {
        await Console.Out.WriteLineAsync(line);
        await Console.Out.FlushAsync();
    }
}
