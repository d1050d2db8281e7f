namespace TeamsConnectBot.Status;

/// <summary>How a part of the service is doing.</summary>
internal enum PartState
{
    /// <summary>It works.</summary>
    Works,

    /// <summary>It was down, and is used again step by step.</summary>
    Recovering,

    /// <summary>It does not work.</summary>
    Down,

    /// <summary>The settings leave it out.</summary>
    NotConfigured,

    /// <summary>Its first check has not ended, or it can't be checked while the database is down.</summary>
    Unknown,
}
