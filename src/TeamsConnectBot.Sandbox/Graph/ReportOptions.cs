namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>How the Copilot usage report is served.</summary>
internal sealed class ReportOptions
{
    /// <summary>Whether names are replaced by hashes, which is the default of a real tenant.</summary>
    public bool Concealed { get; set; }

    /// <summary>Whether a report request gets a 302 to an address that refuses bearer tokens, instead of the report itself.</summary>
    public bool Redirect { get; set; }

    /// <summary>How many days the report lags behind.</summary>
    public int LagDays { get; set; } = 2;

    /// <summary>Whether the file starts with a byte order mark.</summary>
    public bool ByteOrderMark { get; set; } = true;
}
