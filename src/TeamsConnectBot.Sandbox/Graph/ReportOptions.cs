namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>What the Copilot usage report is like.</summary>
internal sealed class ReportOptions
{
    /// <summary>Whether names are replaced by hashes, as they are unless an administrator decides otherwise.</summary>
    public bool Concealed { get; set; }

    /// <summary>Whether the report answers 302 to an address that takes no bearer token, instead of 200.</summary>
    public bool Redirect { get; set; }

    /// <summary>How many days the report lags behind.</summary>
    public int LagDays { get; set; } = 2;

    /// <summary>Whether the file starts with a byte order mark.</summary>
    public bool ByteOrderMark { get; set; } = true;
}
