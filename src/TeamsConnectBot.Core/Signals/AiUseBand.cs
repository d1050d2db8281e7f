namespace TeamsConnectBot.Core.Signals;

/// <summary>
/// How much someone worked with AI in the last two weeks, as a share of their own working days. It affects the order and the wording of
/// nudges; it never decides who gets company. Only the person sees it.
/// </summary>
public enum AiUseBand
{
    /// <summary>On none of the known days.</summary>
    None,

    /// <summary>On fewer than half of the known days.</summary>
    Some,

    /// <summary>On at least half of the known days.</summary>
    MostDays,

    /// <summary>On at least four out of five of the known days.</summary>
    NearlyEveryDay,
}
