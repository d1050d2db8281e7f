namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>How the real service is started.</summary>
internal sealed record LaunchOptions
{
    /// <summary>The service's SQLite database file.</summary>
    public required string DatabaseFile { get; init; }

    /// <summary>The interval of the service's regular sweep. The clock moves in steps of at most this: longer is faster.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How often the service checks what people did in Outlook.</summary>
    public TimeSpan WatchEventsEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>SQLite's <c>synchronous</c> setting: whether a commit waits until it is on disk.</summary>
    public string Synchronous { get; init; } = "Off";

    /// <summary>The lowest level at which the service logs to the terminal.</summary>
    public string LogLevel { get; init; } = "Warning";

    /// <summary>
    /// Whether the organisation switched on the Copilot usage report, which the works council then has to allow; see
    /// <see cref="WorksCouncil"/>.
    /// </summary>
    public bool AiWeekAllowed { get; init; }

    /// <summary>Whether people may ask each other for help, as the works council agreed outside the app.</summary>
    public bool QuestionsAllowed { get; init; }

    /// <summary>Extra settings, as <c>Section:Key</c>; they override all others.</summary>
    public IReadOnlyDictionary<string, string> ExtraSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>Configures the host before it is built, such as where it logs to.</summary>
    public Action<WebApplicationBuilder> ConfigureHost { get; init; } = _ => { };
}
