using System.Reflection;

namespace TeamsConnectBot.Telemetry;

/// <summary>The version that is running: that of Directory.Build.props, and the commit when it was built from a repository.</summary>
internal static class ServiceVersion
{
    public static string Text { get; } =
        typeof(ServiceVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static int Print(TextWriter output)
    {
        output.WriteLine($"TeamsConnectBot {Text}");
        return 0;
    }
}

/// <summary>Logs the version at start.</summary>
internal sealed partial class VersionLog(ILogger<VersionLog> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Log.Starting(logger, ServiceVersion.Text);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "TeamsConnectBot {Version} starts")]
        public static partial void Starting(ILogger logger, string version);
    }
}
