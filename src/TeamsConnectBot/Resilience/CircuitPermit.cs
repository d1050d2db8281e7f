namespace TeamsConnectBot.Resilience;

/// <summary>The right to make one attempt. Report its result, then dispose it.</summary>
internal sealed class CircuitPermit(CircuitBreaker circuit, int generation) : IDisposable
{
    private bool returned;

    /// <summary>The period between two state changes to which it belongs; a result that arrives in a later period is ignored.</summary>
    public int Generation { get; } = generation;

    /// <summary>The result of reporting its success the first time, because reporting may be retried.</summary>
    internal bool? Resumed { get; set; }

    public void Dispose()
    {
        if (!returned)
        {
            returned = true;
            circuit.Return(this);
        }
    }
}
