namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// Spreads requests evenly over each second, in order of arrival. Unused capacity is kept for only a tenth of a second: with a full
/// second's worth, twice the rate would get through in the first second.
/// </summary>
internal sealed class RequestPacer(double perSecond, TimeProvider clock)
{
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(100);

    private readonly Lock turns = new();
    private double share = 1;
    private TimeSpan next = TimeSpan.MinValue;

    /// <summary>Divides the rate evenly among this many processes, so that this one uses only its share.</summary>
    public void ShareAmong(int processes)
    {
        lock (turns)
        {
            share = 1.0 / processes;
        }
    }

    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        var wait = TakeTurn();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private TimeSpan TakeTurn()
    {
        lock (turns)
        {
            var now = clock.GetElapsedTime(0);
            var turn = next > now - Burst ? next : now - Burst;
            next = turn + TimeSpan.FromSeconds(1 / (perSecond * share));
            return turn - now;
        }
    }
}
