using System.IO.Enumeration;
using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Sandbox.Faults;

/// <summary>A fault rule in effect, until it is disposed.</summary>
internal sealed class ActiveFault(FaultRule rule, FaultRules rules) : IDisposable
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SeededRandom random = new(rule.Seed);
    private int seen;
    private int hits;

    public FaultRule Rule { get; } = rule;

    /// <summary>The number of requests it affected.</summary>
    public int Hits => Volatile.Read(ref hits);

    /// <summary>Completes when the rule first affects a request.</summary>
    public Task FirstHit => first.Task;

    public void Dispose() => rules.Remove(this);

    internal bool Affects(string method, string path)
    {
        if ((Rule.Method != "*" && !string.Equals(Rule.Method, method, StringComparison.OrdinalIgnoreCase))
            || !FileSystemName.MatchesSimpleExpression(Rule.Path, path))
        {
            return false;
        }

        lock (gate)
        {
            seen++;
            if (seen < Rule.From || seen - Rule.From >= Rule.Count || (Rule.Share < 1 && !random.Chance(Rule.Share)))
            {
                return false;
            }

            hits++;
            first.TrySetResult();
            return true;
        }
    }
}
