using TeamsConnectBot.Sandbox.Contracts;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>A user as Graph returns one; without <c>$select</c> only the default properties, which do not include the department.</summary>
internal static class UserJson
{
    private static readonly string[] Defaults =
    [
        "businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone", "officeLocation", "preferredLanguage", "surname",
        "userPrincipalName", "id",
    ];

    private static readonly SchemaType Schema = SchemaTable.Graph["user"];

    // A request may write names in any case; a response spells them as the schema does.
    private static readonly Dictionary<string, string> Spelled =
        Schema.Properties.Keys.ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    /// <param name="writer">Receives the user.</param>
    /// <param name="person">The user.</param>
    /// <param name="request">Its <c>$select</c> and <c>$expand</c> decide what is written.</param>
    /// <param name="people">Finds the manager.</param>
    /// <param name="context">The <c>@odata.context</c> when the user is the whole response; null inside a collection.</param>
    /// <param name="withType">Whether to add the type, as in a collection of directory objects.</param>
    /// <param name="idsOnly">Whether all but the id is null, as for an app that may not read users.</param>
    public static void Write(
        Utf8JsonWriter writer, Person person, GraphCall request, PeopleDirectory people, string? context = null, bool withType = false,
        bool idsOnly = false)
    {
        writer.WriteStartObject();
        if (context is not null)
        {
            writer.WriteString("@odata.context", request.Context(context));
        }

        if (withType)
        {
            writer.WriteString("@odata.type", "#microsoft.graph.user");
        }

        foreach (var property in request.Option("$select")?.Split(',', StringSplitOptions.TrimEntries) ?? Defaults)
        {
            if (idsOnly && Spelled[property] != "id")
            {
                writer.WriteNull(Spelled[property]);
            }
            else
            {
                WriteProperty(writer, Spelled[property], person);
            }
        }

        if (!idsOnly && request.Option("$expand") is { } expand && expand.StartsWith("manager", StringComparison.Ordinal)
            && people.ManagerOf(person) is { } manager)
        {
            writer.WriteStartObject("manager");
            writer.WriteString("@odata.type", "#microsoft.graph.user");
            writer.WriteString("id", manager.ObjectId);
            if (!expand.Contains("$select=id)", StringComparison.Ordinal))
            {
                writer.WriteString("displayName", manager.Name);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteProperty(Utf8JsonWriter writer, string property, Person person)
    {
        switch (property)
        {
            case "id":
                writer.WriteString(property, person.ObjectId);
                break;
            case var _ when Schema.Properties[property].StartsWith("Collection(", StringComparison.Ordinal):
                writer.WriteStartArray(property);
                writer.WriteEndArray();
                break;
            case "accountEnabled":
                writer.WriteBoolean(property, person.Enabled);
                break;
            default:
                writer.WriteString(property, Text(property, person));
                break;
        }
    }

    private static string? Text(string property, Person person) => property switch
    {
        "displayName" => person.Name,
        "givenName" => person.Name.Split(' ', 2)[0],
        "surname" => person.Name.Split(' ', 2) is [_, var surname] ? surname : null,
        "mail" => person.Mail,
        "userPrincipalName" => person.UserPrincipalName,
        "department" => person.Department,
        "officeLocation" => person.Office,
        "preferredLanguage" => person.Language,
        "employeeHireDate" => person.HiredOn is { } day ? $"{NodaTime.Text.LocalDatePattern.Iso.Format(day)}T00:00:00Z" : null,
        "userType" => "Member",
        "usageLocation" => "NL",
        "companyName" => "Gezellig",
        _ => null,
    };
}
