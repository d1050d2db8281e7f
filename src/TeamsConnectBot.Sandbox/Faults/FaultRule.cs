namespace TeamsConnectBot.Sandbox.Faults;

/// <summary>A fault, and the requests it affects.</summary>
internal sealed record FaultRule
{
    /// <summary>An HTTP method; <c>*</c> for any.</summary>
    public string Method { get; init; } = "*";

    /// <summary>A path in which <c>*</c> matches anything, such as <c>/v1.0/users/*/calendar/getSchedule</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The first matching request that is affected, counted from 1.</summary>
    public int From { get; init; } = 1;

    /// <summary>How many matching requests are affected.</summary>
    public int Count { get; init; } = int.MaxValue;

    /// <summary>The fraction of those requests that is actually affected, drawn with <see cref="Seed"/>; 1 means all.</summary>
    public double Share { get; init; } = 1;

    public ulong Seed { get; init; } = 1;

    /// <summary>A delay before anything else, on the real clock.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Holds the request until this task completes or the caller disconnects.</summary>
    public Task? Until { get; init; }

    /// <summary>For <see cref="Until"/>: never responds, so that the caller reaches its own timeout, however slow the machine is.</summary>
    public static Task Never { get; } = new TaskCompletionSource().Task;

    /// <summary>Whether the request is handled first, so that only its response is lost or replaced.</summary>
    public bool AfterHandling { get; init; }

    /// <summary>Whether the connection is broken instead of sending a response.</summary>
    public bool Abort { get; init; }

    /// <summary>The status of the replacement response; null keeps the real response.</summary>
    public int? Status { get; init; }

    public Dictionary<string, string> Headers { get; init; } = [];

    public string ContentType { get; init; } = "application/json";

    public string Body { get; init; } = "";
}
