namespace TeamsConnectBot.Roles;

/// <summary>What somebody may do for the organisation. One person can have several roles.</summary>
[Flags]
internal enum Role
{
    None = 0,

    /// <summary>May see everything except the audit log.</summary>
    Reader = 1,

    /// <summary>Writes, tries and publishes rules, texts, holidays and contacts; can stop everything.</summary>
    Admin = 2,

    /// <summary>Approves what widens the use of data, reads the audit log, can stop everything.</summary>
    WorksCouncil = 4,
}

/// <summary>A person who acts in one or more roles.</summary>
/// <param name="Id">Their Entra object id.</param>
/// <param name="Name">Their name in the directory or the sign-in; kept in the audit log.</param>
/// <param name="Roles">All their roles.</param>
internal sealed record Actor(string Id, string Name, Role Roles)
{
    public bool Is(Role any) => (Roles & any) != Role.None;
}
