namespace TeamsConnectBot.Sandbox.Faults;

/// <summary>What goes wrong with which requests.</summary>
internal sealed record FaultRule
{
    /// <summary>An HTTP method; <c>*</c> for any.</summary>
    public string Method { get; init; } = "*";

    /// <summary>A path with <c>*</c> for anything, such as <c>/v1.0/users/*/calendar/getSchedule</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The first matching request it touches, counted from 1.</summary>
    public int From { get; init; } = 1;

    /// <summary>How many matching requests it touches.</summary>
    public int Count { get; init; } = int.MaxValue;

    /// <summary>The share of those it touches, drawn from <see cref="Seed"/>; 1 is all.</summary>
    public double Share { get; init; } = 1;

    public ulong Seed { get; init; } = 1;

    /// <summary>Waits this long, on the real clock, before anything else.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The request is held until this task completes, or the caller gives up.</summary>
    public Task? Until { get; init; }

    /// <summary>Never answers: the caller has to give up by itself, however slow the machine is.</summary>
    public static Task Never { get; } = new TaskCompletionSource().Task;

    /// <summary>Whether the request is really handled first; only its answer is lost or replaced.</summary>
    public bool AfterHandling { get; init; }

    /// <summary>Whether the connection breaks instead of an answer.</summary>
    public bool Abort { get; init; }

    /// <summary>The status of the answer put in place; null leaves the real answer.</summary>
    public int? Status { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string ContentType { get; init; } = "application/json";

    public string Body { get; init; } = "";
}
