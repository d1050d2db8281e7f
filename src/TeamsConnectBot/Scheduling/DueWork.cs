namespace TeamsConnectBot.Scheduling;

/// <summary>When the first of each kind of work is due, as one query found it.</summary>
internal sealed class DueWork(IReadOnlyDictionary<SweepPhase, Instant> first)
{
    /// <summary>When something is due next; null when nothing is planned.</summary>
    public Instant? Next { get; } = first.Where(due => due.Key != SweepPhase.Recover).Select(due => (Instant?)due.Value).Min();

    /// <summary>Whether a process that died left messages behind that were on their way.</summary>
    public bool WasInterrupted => first.ContainsKey(SweepPhase.Recover);

    public bool IsDue(SweepPhase phase, Instant now) => first.TryGetValue(phase, out var due) && due <= now;
}
