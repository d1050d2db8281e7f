namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// So many requests a second, each at its own moment, in the order asked. What was not used is kept for a tenth of a second
/// and no longer: a full second's worth would let twice the rate through in the first second.
/// </summary>
internal sealed class Pace(double perSecond, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private double _share = 1;
    private TimeSpan _next = TimeSpan.MinValue;

    /// <summary>Leaves the others of so many processes their part.</summary>
    public void ShareAmong(int processes)
    {
        lock (_lock)
        {
            _share = 1.0 / processes;
        }
    }

    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        var wait = TakeTurn();
        if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, cancellationToken);
    }

    private TimeSpan TakeTurn()
    {
        lock (_lock)
        {
            var now = clock.GetElapsedTime(0);
            var turn = _next > now - Kept ? _next : now - Kept;
            _next = turn + TimeSpan.FromSeconds(1 / (perSecond * _share));
            return turn - now;
        }
    }
}
