using System.Collections.Concurrent;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>How many requests of each kind the service made, and which of them no route handles.</summary>
internal sealed class RequestCounters
{
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> unexpected = new();
    private int inFlight;

    /// <summary>The requests to Graph in full, once recording is started.</summary>
    public GraphLog Graph { get; } = new();

    /// <summary>Requests by kind, such as <c>graph.getSchedule</c>, <c>teams.send</c>, <c>token.graph</c>.</summary>
    public IReadOnlyDictionary<string, long> ByKind => new SortedDictionary<string, long>(counts, StringComparer.Ordinal);

    /// <summary>Requests without a route, as <c>GET /path</c>; tests fail on any.</summary>
    public IReadOnlyCollection<string> Unexpected => unexpected;

    public long Of(string kind) => counts.GetValueOrDefault(kind);

    /// <summary>The number of requests whose kind starts with a prefix.</summary>
    public long Sum(string prefix) => counts.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).Sum(pair => pair.Value);

    /// <summary>The number of requests in flight.</summary>
    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>Counts a request as in flight until the result is disposed.</summary>
    internal InFlightRequest Begin()
    {
        Interlocked.Increment(ref inFlight);
        return new InFlightRequest(this);
    }

    internal void Add(string kind) => counts.AddOrUpdate(kind, 1, static (_, count) => count + 1);

    internal void AddUnexpected(string method, string path) => unexpected.Enqueue($"{method} {path}");

    internal readonly struct InFlightRequest(RequestCounters owner) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref owner.inFlight);
    }
}
