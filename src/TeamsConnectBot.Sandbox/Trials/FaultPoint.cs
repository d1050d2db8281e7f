using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Sandbox.Trials;

/// <summary>The request on which the service dies.</summary>
/// <param name="Request">Counted from 1, over the whole trial.</param>
/// <param name="AfterHandling">Whether the request still took effect.</param>
internal sealed record FaultPoint(long Request, bool AfterHandling)
{
    /// <summary>Points spread evenly over a trial's requests, every other one after its request took effect.</summary>
    public static IEnumerable<FaultPoint> Spread(long requests, int points) =>
        Enumerable.Range(0, points).Select(i => new FaultPoint(1 + (requests - 1) * i / Math.Max(1, points - 1), i % 2 == 1));

    /// <summary>Points drawn from a seed.</summary>
    public static IEnumerable<FaultPoint> Draw(long requests, int points, ulong seed)
    {
        var random = new SeededRandom(seed);
        for (var i = 0; i < points; i++)
        {
            yield return new FaultPoint(1 + random.Next((int)requests), i % 2 == 1);
        }
    }
}
