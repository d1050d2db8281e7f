namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>How the real service is started beside the tenant.</summary>
internal sealed record LaunchOptions
{
    /// <summary>The service's database file.</summary>
    public required string DatabaseFile { get; init; }

    /// <summary>How often the service looks for what nobody planned. Time moves in steps of this at most, so a longer one is a faster run.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How often the service looks at what people did in Outlook.</summary>
    public TimeSpan WatchEventsEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How hard SQLite makes sure a commit reached the disk.</summary>
    public string Synchronous { get; init; } = "Off";

    /// <summary>The lowest level of the service's log lines on the terminal.</summary>
    public string LogLevel { get; init; } = "Warning";

    /// <summary>More settings, as <c>Section:Key</c>; they win.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>();

    /// <summary>Changes made from outside before the service is built, such as where its log lines go.</summary>
    public Action<WebApplicationBuilder> Adapt { get; init; } = _ => { };
}
