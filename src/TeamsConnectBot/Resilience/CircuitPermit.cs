namespace TeamsConnectBot.Resilience;

/// <summary>The right to make one attempt. Report its result, then dispose it.</summary>
internal sealed class CircuitPermit(CircuitBreaker circuit, int generation) : IDisposable
{
    private bool returned;

    /// <summary>Which opening, ramp or closing of the circuit it belongs to; a result that comes after the next one says nothing about it.</summary>
    public int Generation { get; } = generation;

    /// <summary>What reporting its success said the first time; recording a success may be tried more than once.</summary>
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
