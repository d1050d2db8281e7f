using NodaTime.Text;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.Graph.People;

/// <summary>A user in Graph's JSON, limited to what <see cref="Select"/> requests.</summary>
internal sealed record UserRow(
    string? Id, string? DisplayName, string? Mail, string? UserPrincipalName, string? Department, string? OfficeLocation,
    bool? AccountEnabled, UserRow.Reference? Manager)
{
    public static readonly string[] Select =
        ["id", "displayName", "mail", "userPrincipalName", "department", "officeLocation", "accountEnabled"];

    public static readonly string[] SelectWithHireDate = [.. Select, "employeeHireDate"];

    /// <summary>For a search by name. The sign-in name distinguishes a complete answer from one without properties.</summary>
    public static readonly string[] SelectFound = ["id", "displayName", "mail", "userPrincipalName", "department", "accountEnabled"];

    /// <summary>For a check that somebody is still in the directory.</summary>
    public static readonly string[] SelectPresence = ["id", "userPrincipalName", "accountEnabled"];

    public string? Id { get; init; } = EntraIds.Normalize(Id);

    /// <summary>As Graph writes it; only where it was requested.</summary>
    public string? EmployeeHireDate { get; init; }

    public DirectoryPerson ToPerson(string? managerId) => new(
        Id!, DisplayName ?? UserPrincipalName!, string.IsNullOrWhiteSpace(Mail) ? null : Mail, UserPrincipalName!, Department,
        OfficeLocation, managerId, AccountEnabled ?? false)
    {
        HiredOn = EmployeeHireDate is { Length: >= 10 } date && LocalDatePattern.Iso.Parse(date[..10]) is { Success: true } hired
            ? hired.Value
            : null,
    };

    internal sealed record Reference(string? Id)
    {
        public string? Id { get; init; } = EntraIds.Normalize(Id);
    }
}
