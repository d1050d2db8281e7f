namespace TeamsConnectBot.Rules;

/// <summary>Who holds which office: object ids of Entra groups, or names of the app's Entra roles. A name counts on the page only: in chat there is no sign-in to carry it.</summary>
internal sealed class RolesOptions
{
    public const string Section = "Roles";

    public List<string> Admins { get; set; } = [];

    public List<string> WorksCouncil { get; set; } = [];

    public List<string> Readers { get; set; } = [];

    /// <summary>All of them with the office each gives.</summary>
    public IEnumerable<(string GroupOrRole, Offices Office)> All() =>
    [
        .. Admins.Select(one => (one, Offices.Admin)),
        .. WorksCouncil.Select(one => (one, Offices.WorksCouncil)),
        .. Readers.Select(one => (one, Offices.Reader)),
    ];
}
