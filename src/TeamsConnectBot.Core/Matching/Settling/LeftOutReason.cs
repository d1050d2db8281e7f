namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>Why a yes led to no connection.</summary>
public enum LeftOutReason
{
    /// <summary>None of the ticked gaps is still free.</summary>
    CalendarChanged,

    /// <summary>Nobody who said yes may be brought together with them.</summary>
    NobodyAllowed,

    /// <summary>Nobody they may meet ticked a gap they ticked too, with a place that suits both.</summary>
    NoSharedGap,

    /// <summary>There was someone, but that person's connection was worth more to others.</summary>
    BetterUsedElsewhere,
}
