using System.Globalization;
using System.Text.Json;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Mailbox settings, whole or one part at a time.</summary>
internal sealed class MailboxSettingsEndpoints(SandboxTenant tenant)
{
    private static readonly string[] MayRead = ["MailboxSettings.Read"];
    private static readonly string[] Parts = ["timeZone", "language", "workingHours", "dateFormat", "timeFormat", "automaticRepliesSetting", "userPurpose"];

    public IEnumerable<GraphRoute> Routes =>
    [
        new("GET", "users/{id}/mailboxSettings", "mailboxSettings", MayRead, request => Answer(request, null))
            { Contract = GraphContract.One("mailboxSettings") },
        .. Parts.Select(
            part =>
                new GraphRoute(
                    "GET", "users/{id}/mailboxSettings/" + part, "mailboxSettings." + part, MayRead, request => Answer(request, part))
        {
            Contract = new GraphContract { Answer = TypeOf(part) },
        }),
    ];

    private GraphReply Answer(GraphCall request, string? part)
    {
        if (GraphMailboxes.Refusal(tenant, request.Argument(0)) is { } refusal)
        {
            return refusal;
        }

        var person = tenant.People.ByKey(request.Argument(0));
        return GraphReply.Ok(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", $"{request.BaseUrl}/$metadata#users('{request.Argument(0)}')/mailboxSettings{(part is null ? "" : "/" + part)}");
            if (part is null)
            {
                foreach (var each in Parts)
                {
                    WritePart(writer, each, person, inside: false);
                }
            }
            else
            {
                WritePart(writer, part, person, inside: true);
            }

            writer.WriteEndObject();
        });
    }

    private static string? TypeOf(string part) => part switch
    {
        "workingHours" or "automaticRepliesSetting" => part,
        "language" => "localeInfo",
        // A single value stands under the name 'value'.
        _ => null,
    };

    private static void WritePart(Utf8JsonWriter writer, string part, Person? person, bool inside)
    {
        switch (part)
        {
            case "timeZone":
                writer.WriteString(inside ? "value" : part, WorkingHoursJson.ZoneName(person));
                break;
            case "dateFormat":
                writer.WriteString(inside ? "value" : part, "d-M-yyyy");
                break;
            case "timeFormat":
                writer.WriteString(inside ? "value" : part, "HH:mm");
                break;
            case "userPurpose":
                writer.WriteString(inside ? "value" : part, person is null ? "shared" : "user");
                break;
            case "workingHours":
                WorkingHoursJson.Write(writer, person, inside);
                break;
            case "language":
                Open(writer, part, inside);
                writer.WriteString("locale", person?.Language ?? "nl-NL");
                writer.WriteString("displayName", CultureInfo.GetCultureInfo(person?.Language ?? "nl-NL").NativeName);
                Close(writer, inside);
                break;
            default:
                Open(writer, part, inside);
                writer.WriteString("status", "disabled");
                writer.WriteString("externalAudience", "all");
                writer.WriteString("internalReplyMessage", "");
                writer.WriteString("externalReplyMessage", "");
                Close(writer, inside);
                break;
        }
    }

    private static void Open(Utf8JsonWriter writer, string part, bool inside)
    {
        if (!inside)
        {
            writer.WriteStartObject(part);
        }
    }

    private static void Close(Utf8JsonWriter writer, bool inside)
    {
        if (!inside)
        {
            writer.WriteEndObject();
        }
    }
}
