namespace TeamsConnectBot.Core.Signals;

/// <summary>What someone taps about their own week.</summary>
public enum SelfReportedUse
{
    /// <summary>Hardly any AI this week.</summary>
    Hardly,

    /// <summary>Now and then.</summary>
    NowAndThen,

    /// <summary>A lot: 'veel met AI gewerkt deze week'.</summary>
    ALot,
}
