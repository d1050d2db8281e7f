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

    /// <summary>To show who was found by a name. The sign-in name tells a full answer from one without properties.</summary>
    public static readonly string[] SelectFound = ["id", "displayName", "mail", "userPrincipalName", "department", "accountEnabled"];

    /// <summary>To tell whether somebody is still there.</summary>
    public static readonly string[] SelectPresence = ["id", "userPrincipalName", "accountEnabled"];

    public string? Id { get; init; } = EntraIds.Normalize(Id);

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
        public string? Id { get; init; } = EntraIds.Normalize(Id);
    }
}
