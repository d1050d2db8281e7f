using System.Net;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>One request inside a <c>$batch</c>.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Url">Relative to the version root, with a leading slash, already escaped.</param>
/// <param name="Body">What is sent as JSON, or null.</param>
/// <param name="Prefer">A Prefer header, or null.</param>
internal sealed record BatchPart(string Method, string Url, object? Body = null, string? Prefer = null);

/// <summary>The answer to one part.</summary>
/// <param name="Status">The part's own status; 0 when the batch's answer does not mention the part.</param>
/// <param name="RetryAfter">How long this part asks to wait, or null.</param>
/// <param name="Body">Its JSON body as it arrived; empty when there is none.</param>
internal sealed record BatchAnswer(HttpStatusCode Status, TimeSpan? RetryAfter, ReadOnlyMemory<byte> Body)
{
    public static BatchAnswer Missing { get; } = new(0, null, default);

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Whether the part is worth a retry; 424 means that another part it depended on failed.</summary>
    public bool IsTransient => (int)Status is 0 or 424 or 429 or >= 502 and <= 504;
}

/// <summary>The answers, in the order of the parts, and how often Graph throttled.</summary>
internal sealed record BatchOutcome(IReadOnlyList<BatchAnswer> Answers, int Throttles);
