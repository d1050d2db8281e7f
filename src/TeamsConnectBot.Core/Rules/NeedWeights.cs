using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules;

/// <summary>
/// The maximum points for each fact, 0 … 1000 each. The defaults add up to 1000; a larger sum is capped. Points for days are
/// proportional, up to the number of days that gives all points.
/// </summary>
public sealed record NeedWeights
{
    /// <summary>The weights a rule starts with.</summary>
    public static NeedWeights Default { get; } = new();

    /// <summary>Points for the time since the last contact, or for no contact yet.</summary>
    public int Contact { get; init => field = Allowed.Within(value, 0, 1000); } = 300;

    /// <summary>Days without contact that give all of <see cref="Contact"/>: 1 … 365.</summary>
    public int ContactDays { get; init => field = Allowed.Within(value, 1, 365); } = 60;

    /// <summary>Points for the AI-use band 'nearly every day'; lower bands give proportionally fewer.</summary>
    public int AiUse { get; init => field = Allowed.Within(value, 0, 1000); } = 120;

    /// <summary>
    /// The band that counts for a person without a band, so that sharing nothing is no disadvantage: 'some' or higher, 'most days' by
    /// default.
    /// </summary>
    public AiUseBand UnknownStandsFor
    {
        get;
        init => field = (AiUseBand)Allowed.Within((int)value, (int)AiUseBand.Some, (int)AiUseBand.NearlyEveryDay);
    } = AiUseBand.MostDays;

    /// <summary>Points for having been left out in three rounds or more; each round gives a third of them.</summary>
    public int TurnsLeftOut { get; init => field = Allowed.Within(value, 0, 1000); } = 210;

    /// <summary>Points for a newcomer.</summary>
    public int Newcomer { get; init => field = Allowed.Within(value, 0, 1000); } = 110;

    /// <summary>The number of days a person is a newcomer: 1 … 365.</summary>
    public int NewcomerDays { get; init => field = Allowed.Within(value, 1, 365); } = 60;

    /// <summary>Points for working remotely five days or more; each day gives a fifth of them.</summary>
    public int Remote { get; init => field = Allowed.Within(value, 0, 1000); } = 60;

    /// <summary>Points for having asked for a meeting.</summary>
    public int OwnRequest { get; init => field = Allowed.Within(value, 0, 1000); } = 200;
}
