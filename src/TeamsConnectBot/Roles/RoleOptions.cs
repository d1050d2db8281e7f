namespace TeamsConnectBot.Roles;

/// <summary>Who may do what: for each role, the values of app roles, and the ids of groups, that give it.</summary>
internal sealed class RoleOptions
{
    public const string Section = "Roles";

    /// <summary>Empty means the app role <c>ConnectBot.Admin</c>.</summary>
    public List<string> Admin { get; set; } = [];

    /// <summary>Empty means the app role <c>ConnectBot.WorksCouncil</c>.</summary>
    public List<string> WorksCouncil { get; set; } = [];

    /// <summary>Empty means the app role <c>ConnectBot.Reader</c>.</summary>
    public List<string> Reader { get; set; } = [];

    internal static IReadOnlyList<Role> All { get; } = [Role.Reader, Role.Admin, Role.WorksCouncil];

    /// <summary>The ids of the groups that give a role.</summary>
    internal IReadOnlyList<string> Groups =>
        [.. All.SelectMany(GrantsOf).Where(value => Guid.TryParse(value, out _)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The roles that some app roles and groups give together.</summary>
    public Role RolesOf(IEnumerable<string> held) => All
        .Where(role => GrantsOf(role).Intersect(held, StringComparer.OrdinalIgnoreCase).Any())
        .Aggregate(Role.None, (all, role) => all | role);

    private IReadOnlyList<string> GrantsOf(Role role)
    {
        var given = role switch { Role.Admin => Admin, Role.WorksCouncil => WorksCouncil, _ => Reader };
        return given.Count > 0 ? given : ["ConnectBot." + role];
    }
}
