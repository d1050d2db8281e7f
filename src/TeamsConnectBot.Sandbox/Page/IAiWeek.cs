using System.Text.Json.Serialization;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>How days with AI reach the service, and who allowed that.</summary>
internal interface IAiWeek
{
    /// <summary>The works council's decisions, oldest first.</summary>
    IReadOnlyList<Decision> Decisions { get; }

    AiSource Source { get; }

    /// <summary>Switches to another source; completes when the service uses it.</summary>
    Task ChooseAsync(AiSource source, CancellationToken cancellation);
}

/// <summary>What the works council allowed.</summary>
/// <param name="About">The id of a rule, or <c>CopilotReport</c>.</param>
/// <param name="By">Who decided, for the works council.</param>
/// <param name="At">When, on the simulated clock.</param>
internal sealed record Decision(string About, string By, DateTimeOffset At);

/// <summary>Where days with AI come from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AiSource>))]
internal enum AiSource
{
    /// <summary>The usage report with names, and what people tell themselves.</summary>
    Names,

    /// <summary>The usage report with its names concealed, as Microsoft does by default.</summary>
    Concealed,

    /// <summary>Only what people tell themselves; the report is switched off in the service's settings.</summary>
    OwnWord,
}
