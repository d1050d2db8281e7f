using System.Net;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>One request inside a <c>$batch</c>.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Url">Relative to the version root, with a leading slash, already escaped.</param>
/// <param name="Body">A JSON body, empty for none.</param>
/// <param name="Prefer">A Prefer header, or null.</param>
internal sealed record BatchPart(string Method, string Url, ReadOnlyMemory<byte> Body = default, string? Prefer = null);

/// <summary>The answer to one part.</summary>
/// <param name="Status">Its own status; 0 when the batch's answer does not mention the part.</param>
/// <param name="RetryAfter">How long this part asks to wait, or null.</param>
/// <param name="Body">Its JSON body as it arrived; empty when there is none.</param>
internal sealed record BatchAnswer(HttpStatusCode Status, TimeSpan? RetryAfter, ReadOnlyMemory<byte> Body)
{
    public static BatchAnswer Missing { get; } = new(0, null, default);

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Whether the part is worth sending again as it is; 424 comes when another part it waited for failed.</summary>
    public bool IsWorthRepeating => Status is 0 or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.BadGateway or HttpStatusCode.FailedDependency;
}

/// <summary>The answers, in the order of the parts, and how often Graph asked to wait.</summary>
internal sealed record BatchOutcome(IReadOnlyList<BatchAnswer> Answers, int Throttles);
