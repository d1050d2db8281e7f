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

    /// <summary>What gives a role.</summary>
    public IReadOnlyList<string> Of(AdminRole role)
    {
        var given = role switch { AdminRole.Admin => Admin, AdminRole.WorksCouncil => WorksCouncil, _ => Reader };
        return given.Count > 0 ? given : ["ConnectBot." + role];
    }

    /// <summary>The groups among them.</summary>
    internal IReadOnlyList<string> Groups =>
        [.. Enum.GetValues<AdminRole>().SelectMany(Of).Where(value => Guid.TryParse(value, out _)).Distinct(StringComparer.OrdinalIgnoreCase)];
}
