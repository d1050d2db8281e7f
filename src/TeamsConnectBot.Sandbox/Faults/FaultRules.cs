using System.Collections.Immutable;

namespace TeamsConnectBot.Sandbox.Faults;

/// <summary>Everything that is made to go wrong; tests and the page add to it.</summary>
internal sealed class FaultRules
{
    private ImmutableList<ActiveFault> rules = [];
    private ImmutableList<KillPoint> kills = [];
    private long requests;

    /// <summary>Requests the service has made so far, of every kind.</summary>
    public long Requests => Interlocked.Read(ref requests);

    public ActiveFault Add(FaultRule rule)
    {
        var active = new ActiveFault(rule, this);
        ImmutableInterlocked.Update(ref rules, (list, item) => list.Add(item), active);
        return active;
    }

    /// <summary>Refuses with a status and an optional Retry-After exactly as written (<c>2.128</c> too).</summary>
    public ActiveFault Refuse(string path, int status, string? retryAfter = null, int count = int.MaxValue, string method = "*", string body = "") => Add(new FaultRule
    {
        Method = method,
        Path = path,
        Status = status,
        Count = count,
        Body = body.Length > 0 ? body : FaultBodies.Of(status),
        Headers = retryAfter is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Retry-After"] = retryAfter },
    });

    /// <summary>Answers with a proxy's HTML page.</summary>
    public ActiveFault Html(string path, int status = 200, int count = int.MaxValue) => Add(new FaultRule
    {
        Path = path,
        Status = status,
        Count = count,
        ContentType = "text/html",
        Body = "<!DOCTYPE html><html><head><title>Service unavailable</title></head><body><h1>Our services aren't available right now</h1></body></html>",
    });

    /// <summary>Breaks the connection, before or after the request took effect.</summary>
    public ActiveFault Break(string path, bool afterHandling = false, int count = int.MaxValue, string method = "*") =>
        Add(new FaultRule { Path = path, Method = method, Abort = true, AfterHandling = afterHandling, Count = count });

    /// <summary>Calls back on the service's k-th request from now (1 is the next) and breaks its connection: a kill at that point.</summary>
    public void KillAt(long k, bool afterHandling, Action kill) =>
        ImmutableInterlocked.Update(ref kills, (list, item) => list.Add(item), new KillPoint(Requests + k, afterHandling, kill));

    public void Clear()
    {
        rules = [];
        kills = [];
    }

    internal void Remove(ActiveFault fault) => ImmutableInterlocked.Update(ref rules, (list, item) => list.Remove(item), fault);

    /// <summary>Counts a request; gives the kill that is due on it.</summary>
    internal KillPoint? Count()
    {
        var number = Interlocked.Increment(ref requests);
        return Volatile.Read(ref kills).Find(point => point.Number == number);
    }

    /// <summary>The first rule that touches a request; asking counts.</summary>
    internal FaultRule? Take(string method, string path)
    {
        foreach (var fault in Volatile.Read(ref rules))
        {
            if (fault.Touches(method, path))
            {
                return fault.Rule;
            }
        }

        return null;
    }
}
