namespace TeamsConnectBot.Graph.People;

/// <summary>A user as Graph writes one, limited to what <see cref="Select"/> asks for.</summary>
internal sealed record UserRow(
    string? Id,
    string? DisplayName,
    string? Mail,
    string? UserPrincipalName,
    string? Department,
    string? OfficeLocation,
    string? PreferredLanguage,
    bool? AccountEnabled,
    UserRow.Reference? Manager)
{
    public static readonly string[] Select =
        ["id", "displayName", "mail", "userPrincipalName", "department", "officeLocation", "preferredLanguage", "accountEnabled"];

    public DirectoryPerson ToPerson(string? managerId) => new(
        Id!,
        DisplayName ?? UserPrincipalName!,
        string.IsNullOrWhiteSpace(Mail) ? null : Mail,
        UserPrincipalName!,
        Department,
        OfficeLocation,
        managerId,
        PreferredLanguage,
        AccountEnabled ?? false);

    internal sealed record Reference(string? Id);
}
