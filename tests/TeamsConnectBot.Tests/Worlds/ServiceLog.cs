using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>Collects everything the service logs, including exceptions.</summary>
internal sealed class ServiceLog : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> lines = [];

    public IReadOnlyCollection<LogLine> Lines => lines;

    public IEnumerable<LogLine> WarningsAndErrors => lines.Where(line => line.Level >= LogLevel.Warning);

    public void Clear() => lines.Clear();

    /// <summary>Writes the whole log, to help diagnose a failed test.</summary>
    public void WriteTo(TextWriter output)
    {
        foreach (var line in lines)
        {
            output.WriteLine(line);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(lines, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<LogLine> lines, string category) : ILogger
    {
        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new LogLine(logLevel, category, formatter(state, exception), exception?.ToString() ?? ""));

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    }
}

internal sealed record LogLine(LogLevel Level, string Category, string Message, string Exception)
{
    public override string ToString() => $"{Level} {Category}: {Message} {Exception}";
}
