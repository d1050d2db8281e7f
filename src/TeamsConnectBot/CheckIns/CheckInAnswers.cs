using System.Globalization;

namespace TeamsConnectBot.CheckIns;

/// <summary>One person's answers, in memory only and without the person.</summary>
/// <param name="Values">Three answers of 1 to 5, in the order of the questions.</param>
internal sealed record CheckInAnswers(IReadOnlyList<int> Values)
{
    public const int Questions = 3;
    public const int Highest = 5;

    /// <summary>The lowest answer that counts as agreeing.</summary>
    public const int Agrees = 4;

    /// <summary>Reads the answers; null when they cannot have come from the card.</summary>
    public static CheckInAnswers? Read(IReadOnlyList<string?> given)
    {
        var values = given.Select(
            text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0).ToList();
        return values.Count == Questions && values.TrueForAll(value => value is >= 1 and <= Highest) ? new CheckInAnswers(values) : null;
    }

    public override string ToString() => "a check-in";
}
