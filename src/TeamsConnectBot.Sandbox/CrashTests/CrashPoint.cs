using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Sandbox.CrashTests;

/// <summary>The request during which the service is killed.</summary>
/// <param name="Request">Its number, counted from 1 over the whole run.</param>
/// <param name="AfterHandling">Whether the request still takes effect.</param>
internal sealed record CrashPoint(long Request, bool AfterHandling)
{
    /// <summary>Points spread evenly over a run's requests; at every other one, the request still takes effect.</summary>
    public static IEnumerable<CrashPoint> Spread(long requests, int points) =>
        Enumerable.Range(0, points).Select(i => new CrashPoint(1 + (requests - 1) * i / Math.Max(1, points - 1), i % 2 == 1));

    /// <summary>Points drawn at random from a seed.</summary>
    public static IEnumerable<CrashPoint> Draw(long requests, int points, ulong seed)
    {
        var random = new SeededRandom(seed);
        for (var i = 0; i < points; i++)
        {
            yield return new CrashPoint(1 + random.Next((int)requests), i % 2 == 1);
        }
    }
}
