namespace TeamsConnectBot.Core.Signals;

/// <summary>What a person reports about their own week.</summary>
public enum SelfReportedUse
{
    /// <summary>Hardly any AI this week.</summary>
    Hardly,

    /// <summary>Now and then.</summary>
    NowAndThen,

    /// <summary>A lot.</summary>
    ALot,
}
