namespace TeamsConnectBot.Roles;

/// <summary>What somebody may do for the organisation. One person can hold several.</summary>
[Flags]
internal enum Offices
{
    None = 0,

    /// <summary>May look: rules, reports.</summary>
    Reader = 1,

    /// <summary>May change, try and publish rules, and stop everything.</summary>
    Admin = 2,

    /// <summary>May approve, look at everything including the audit log, and stop everything.</summary>
    WorksCouncil = 4,
}

/// <summary>Somebody acting in office.</summary>
/// <param name="Id">Their Entra object id.</param>
/// <param name="Name">Their name as the directory or the sign-in has it; kept in the log.</param>
/// <param name="Offices">What they hold.</param>
internal sealed record Actor(string Id, string Name, Offices Offices)
{
    public bool Is(Offices any) => (Offices & any) != Offices.None;
}
