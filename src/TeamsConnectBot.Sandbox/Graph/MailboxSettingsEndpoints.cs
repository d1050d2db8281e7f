using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Mailbox settings, all of them or one at a time.</summary>
internal sealed class MailboxSettingsEndpoints(SandboxTenant tenant)
{
    private static readonly string[] MayRead = ["MailboxSettings.Read"];
    private static readonly GraphContract Whole = GraphContract.One("mailboxSettings");
    private static readonly string[] Settings =
        ["timeZone", "language", "workingHours", "dateFormat", "timeFormat", "automaticRepliesSetting", "userPurpose"];

    public IEnumerable<GraphRoute> Routes =>
    [
        new("GET", "users/{id}/mailboxSettings", "mailboxSettings", MayRead, request => Answer(request, null), Whole),
        .. Settings.Select(setting => new GraphRoute(
            "GET", "users/{id}/mailboxSettings/" + setting, "mailboxSettings." + setting, MayRead, request => Answer(request, setting),
            new GraphContract { Answer = TypeOf(setting) })),
    ];

    private GraphReply Answer(GraphCall request, string? setting)
    {
        if (GraphMailboxes.Refusal(tenant, request.Argument(0)) is { } refusal)
        {
            return refusal;
        }

        var person = tenant.People.ByKey(request.Argument(0));
        var body = setting is null
            ? new JsonObject(Settings.Select(name => KeyValuePair.Create(name, (JsonNode?)Describe(name, person))))
            : Describe(setting, person) is JsonObject whole ? whole : new JsonObject { ["value"] = Describe(setting, person) };
        return GraphReply.One(request, $"users('{request.Argument(0)}')/mailboxSettings{(setting is null ? "" : "/" + setting)}", body);
    }

    // A setting that is a simple value is returned as the property 'value', for which there is no type to check against.
    private static string? TypeOf(string setting) => setting switch
    {
        "workingHours" or "automaticRepliesSetting" => setting,
        "language" => "localeInfo",
        _ => null,
    };

    private static JsonNode Describe(string setting, Person? person) => setting switch
    {
        "timeZone" => WorkingHoursJson.ZoneName(person),
        "dateFormat" => "d-M-yyyy",
        "timeFormat" => "HH:mm",
        "userPurpose" => person is null ? "shared" : "user",
        "workingHours" => WorkingHoursJson.Describe(person),
        "language" => new JsonObject
        {
            ["locale"] = person?.Language ?? "nl-NL",
            ["displayName"] = CultureInfo.GetCultureInfo(person?.Language ?? "nl-NL").NativeName,
        },
        _ => new JsonObject
        {
            ["status"] = "disabled",
            ["externalAudience"] = "all",
            ["internalReplyMessage"] = "",
            ["externalReplyMessage"] = "",
        },
    };
}
