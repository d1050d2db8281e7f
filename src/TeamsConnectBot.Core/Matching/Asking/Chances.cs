namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>
/// How likely an offered gap is to bring someone to a connection. The numbers only rank choices; they are cautious on
/// purpose (few say yes), because that is when the choice of gaps matters. Sums and products only, so that every machine
/// gets the same.
/// </summary>
internal static class Chances
{
    /// <summary>The chance that someone who is asked says yes.</summary>
    public const double Yes = 0.3;

    /// <summary>The chance that someone who says yes ticks a given gap.</summary>
    public const double Tick = 0.7;

    private const double BothTick = Tick * Tick;
    private const int Counted = 64;

    private static readonly double[] Someone = [.. Enumerable.Range(0, Counted).Select(others => 1 - Power(1 - (Yes * Tick), others))];

    /// <summary>The chance that at least one of so many others who are offered the same gap says yes to it.</summary>
    public static double AnyoneOf(int others) => Someone[Math.Clamp(others, 0, Counted - 1)];

    /// <summary>The chance that one certain other says yes, and to one of so many gaps both are offered and both tick.</summary>
    public static double Meets(int sharedGaps) => Yes * (1 - Power(1 - BothTick, sharedGaps));

    private static double Power(double factor, int times)
    {
        var power = 1.0;
        for (var time = 0; time < times; time++)
        {
            power *= factor;
        }

        return power;
    }
}
