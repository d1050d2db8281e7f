namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>How Graph writes a person's time zone.</summary>
internal enum ZoneForm : byte
{
    /// <summary>A Windows name, as most mailboxes have.</summary>
    Windows,

    /// <summary>An IANA name.</summary>
    Iana,

    /// <summary>A customTimeZone with a bias and rules, which no library resolves by name.</summary>
    Custom,
}
