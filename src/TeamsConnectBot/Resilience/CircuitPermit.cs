namespace TeamsConnectBot.Resilience;

/// <summary>The right to make one attempt. Report its result, then dispose it.</summary>
internal sealed class CircuitPermit(CircuitBreaker circuit, int generation) : IDisposable
{
    private bool returned;

    /// <summary>
    /// The number of the period between two state changes in which the permit was given; a result that arrives in a later period is
    /// ignored.
    /// </summary>
    public int Generation { get; } = generation;

    /// <summary>What the first report of its success returned; kept because reporting may be retried.</summary>
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
