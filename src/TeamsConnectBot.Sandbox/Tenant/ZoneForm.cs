namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The form in which Graph writes a person's time zone.</summary>
internal enum ZoneForm : byte
{
    /// <summary>A Windows name, as in most mailboxes.</summary>
    Windows,

    /// <summary>An IANA name.</summary>
    Iana,

    /// <summary>A <c>customTimeZone</c> with a bias and rules, which can't be resolved by name.</summary>
    Custom,
}
