using TeamsConnectBot.Sandbox.Entra;

namespace TeamsConnectBot.Sandbox.Faults;

/// <summary>The faults in effect, added by tests and benchmarks.</summary>
internal sealed class FaultRules
{
    private ImmutableList<ActiveFault> rules = [];
    private ImmutableList<KillPoint> kills = [];
    private long requests;

    /// <summary>The number of requests the service has made so far, of every kind.</summary>
    public long Requests => Interlocked.Read(ref requests);

    public ActiveFault Add(FaultRule rule)
    {
        var active = new ActiveFault(rule, this);
        ImmutableInterlocked.Update(ref rules, (list, item) => list.Add(item), active);
        return active;
    }

    /// <summary>Responds with a status and optionally a <c>Retry-After</c>, written exactly as given (such as <c>2.128</c>).</summary>
    public ActiveFault Refuse(
        string path, int status, string? retryAfter = null, int count = int.MaxValue, string method = "*", string body = "") =>
        Add(new FaultRule
        {
            Method = method,
            Path = path,
            Status = status,
            Count = count,
            Body = body.Length > 0 ? body : FaultBodies.Of(status),
            Headers = retryAfter is null ? [] : new() { ["Retry-After"] = retryAfter },
        });

    /// <summary>Lets Entra issue no token, for the reason with this number.</summary>
    public ActiveFault RefuseTokens(int code, string message) =>
        Refuse("/*/oauth2/v2.0/token", 401, body: EntraRefusal.Body("invalid_client", code, message).ToJsonString());

    /// <summary>Responds with an HTML page, as a failing proxy does.</summary>
    public ActiveFault Html(string path, int status = 200, int count = int.MaxValue) => Add(new FaultRule
    {
        Path = path,
        Status = status,
        Count = count,
        ContentType = "text/html",
        Body = "<!DOCTYPE html><html><head><title>Service unavailable</title></head>"
            + "<body><h1>Our services aren't available right now</h1></body></html>",
    });

    /// <summary>Breaks the connection, before or after the request took effect.</summary>
    public ActiveFault Break(string path, bool afterHandling = false, int count = int.MaxValue, string method = "*") =>
        Add(new FaultRule { Path = path, Method = method, Abort = true, AfterHandling = afterHandling, Count = count });

    /// <summary>Calls <paramref name="kill"/> on the service's k-th request from now (1 is the next) and breaks its connection.</summary>
    public void KillAt(long k, bool afterHandling, Action kill) =>
        ImmutableInterlocked.Update(ref kills, (list, item) => list.Add(item), new KillPoint(Requests + k, afterHandling, kill));

    public void Clear()
    {
        rules = [];
        kills = [];
    }

    internal void Remove(ActiveFault fault) => ImmutableInterlocked.Update(ref rules, (list, item) => list.Remove(item), fault);

    /// <summary>Counts a request and returns its kill point, if any.</summary>
    internal KillPoint? Count()
    {
        var number = Interlocked.Increment(ref requests);
        return Volatile.Read(ref kills).Find(point => point.Number == number);
    }

    /// <summary>The first rule that affects a request; each call counts as a request to the rules.</summary>
    internal FaultRule? Take(string method, string path) => Volatile.Read(ref rules).Find(fault => fault.Affects(method, path))?.Rule;
}
