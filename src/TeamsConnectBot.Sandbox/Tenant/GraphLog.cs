using System.Collections.Concurrent;
using NodaTime;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>What the service asked of Graph, word for word, for tests that check what is read of whom. Off until switched on.</summary>
internal sealed class GraphLog
{
    private readonly ConcurrentQueue<AskedOfGraph> asked = new();
    private volatile bool isOn;

    public IReadOnlyCollection<AskedOfGraph> Asked => asked;

    /// <summary>Writes down every request from now on, and forgets earlier ones.</summary>
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

/// <summary>One request, on its own or a part of a batch.</summary>
/// <param name="At">When, on the tenant's clock.</param>
/// <param name="Path">Decoded, below the version.</param>
/// <param name="Query">Decoded.</param>
/// <param name="Body">As it was sent; null when there was none.</param>
internal sealed record AskedOfGraph(
    Instant At, string Method, IReadOnlyList<string> Path, IReadOnlyDictionary<string, string> Query, string? Body)
{
    public override string ToString() =>
        $"{Method} {string.Join('/', Path)} {string.Join('&', Query.Select(option => $"{option.Key}={option.Value}"))} {Body}";
}
