using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules;

/// <summary>
/// The most points each fact can give, 0 … 1000 each. The defaults add up to 1000; of larger sums the excess is cut off. A day
/// weighs by its share of the days that give all points.
/// </summary>
public sealed record NeedWeights
{
    /// <summary>The weights a rule starts with.</summary>
    public static NeedWeights Default { get; } = new();

    /// <summary>For the time since the last contact, or for none yet.</summary>
    public int Contact { get; init => field = Allowed.Within(value, 0, 1000); } = 300;

    /// <summary>Days without contact that give all of <see cref="Contact"/>: 1 … 365.</summary>
    public int ContactDays { get; init => field = Allowed.Within(value, 1, 365); } = 60;

    /// <summary>For the AI-use band 'nearly every day'.</summary>
    public int AiUse { get; init => field = Allowed.Within(value, 0, 1000); } = 120;

    /// <summary>
    /// Where someone without a band stands between the bands, so that not telling costs nothing: from 'some' up, 'most days' unless set.
    /// </summary>
    public AiUseBand UnknownStandsFor { get; init => field = (AiUseBand)Allowed.Within((int)value, (int)AiUseBand.Some, (int)AiUseBand.NearlyEveryDay); } = AiUseBand.MostDays;

    /// <summary>For having been left out; a third of it for each round.</summary>
    public int TurnsLeftOut { get; init => field = Allowed.Within(value, 0, 1000); } = 210;

    /// <summary>For a newcomer.</summary>
    public int Newcomer { get; init => field = Allowed.Within(value, 0, 1000); } = 110;

    /// <summary>Days somebody is a newcomer: 1 … 365.</summary>
    public int NewcomerDays { get; init => field = Allowed.Within(value, 1, 365); } = 60;

    /// <summary>For working remotely; a fifth of it for each day.</summary>
    public int Remote { get; init => field = Allowed.Within(value, 0, 1000); } = 60;

    /// <summary>For having asked for it.</summary>
    public int OwnRequest { get; init => field = Allowed.Within(value, 0, 1000); } = 200;
}
