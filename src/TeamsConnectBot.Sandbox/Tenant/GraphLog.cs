using System.Collections.Concurrent;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The service's literal requests to Graph, for tests that check what is read about whom. Off until started.</summary>
internal sealed class GraphLog
{
    private readonly ConcurrentQueue<AskedOfGraph> asked = new();
    private volatile bool isOn;

    public IReadOnlyCollection<AskedOfGraph> Asked => asked;

    /// <summary>Clears the log and records every request from now on.</summary>
    public void Start()
    {
        asked.Clear();
        isOn = true;
    }

    internal void Add(Func<AskedOfGraph> request)
    {
        if (isOn)
        {
            asked.Enqueue(request());
        }
    }
}

/// <summary>A recorded request, sent on its own or inside a batch.</summary>
/// <param name="At">The time on the tenant's clock.</param>
/// <param name="Path">The decoded segments below the version.</param>
/// <param name="Query">The decoded query options.</param>
/// <param name="Body">The body as it was sent; null when there was none.</param>
internal sealed record AskedOfGraph(
    Instant At, string Method, IReadOnlyList<string> Path, IReadOnlyDictionary<string, string> Query, string? Body)
{
    public override string ToString() =>
        $"{Method} {string.Join('/', Path)} {string.Join('&', Query.Select(option => $"{option.Key}={option.Value}"))} {Body}";
}
