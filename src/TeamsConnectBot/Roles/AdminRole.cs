namespace TeamsConnectBot.Roles;

/// <summary>What somebody is on the page. One person can be more than one.</summary>
internal enum AdminRole
{
    /// <summary>May look at everything but the audit log.</summary>
    Reader,

    /// <summary>Approves what widens the use of data, reads the audit log, can stop everything.</summary>
    WorksCouncil,

    /// <summary>Writes and publishes rules, texts, holidays and contacts; can stop everything.</summary>
    Admin,
}
