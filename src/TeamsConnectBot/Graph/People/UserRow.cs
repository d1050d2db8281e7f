using NodaTime.Text;
using TeamsConnectBot.BotFramework.Activities;

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

    public static readonly string[] SelectWithHireDate = [.. Select, "employeeHireDate"];

    public string? Id { get; init; } = EntraIds.Normal(Id);

    /// <summary>As written; only where it was asked for.</summary>
    public string? EmployeeHireDate { get; init; }

    public DirectoryPerson ToPerson(string? managerId) => new(
        Id!,
        DisplayName ?? UserPrincipalName!,
        string.IsNullOrWhiteSpace(Mail) ? null : Mail,
        UserPrincipalName!,
        Department,
        OfficeLocation,
        managerId,
        PreferredLanguage,
        AccountEnabled ?? false)
    {
        HiredOn = EmployeeHireDate is { Length: >= 10 } date && LocalDatePattern.Iso.Parse(date[..10]) is { Success: true } hired ? hired.Value : null,
    };

    internal sealed record Reference(string? Id)
    {
        public string? Id { get; init; } = EntraIds.Normal(Id);
    }
}
