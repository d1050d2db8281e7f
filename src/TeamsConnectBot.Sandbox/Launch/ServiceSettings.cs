using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>The settings an administrator of this tenant would give the service, which cannot tell that the tenant is simulated.</summary>
internal static class ServiceSettings
{
    public static string[] For(SandboxServer tenant, LaunchOptions options)
    {
        var host = HostOf(tenant.Tenant);
        var settings = new Dictionary<string, string>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Storage:File"] = options.DatabaseFile,
            ["Storage:Synchronous"] = options.Synchronous,
            ["Engine:SweepEvery"] = options.SweepEvery.ToString(),
            ["Engine:WatchEventsEvery"] = options.WatchEventsEvery.ToString(),
            ["Logging:LogLevel:Default"] = options.LogLevel,
            ["Logging:LogLevel:Quartz"] = "Error",
            ["Logging:LogLevel:Microsoft"] = "Warning",
            ["Graph:BaseUrl"] = tenant.GraphUrl.ToString().TrimEnd('/'),
            ["Graph:AuthorityHost"] = tenant.AuthorityUrl.ToString(),
            ["Graph:ClientId"] = tenant.AppId.ToString(),
            ["Graph:ServiceMailbox"] = tenant.ServiceMailbox,
            ["Admin:ClientId"] = tenant.AppId.ToString(),
            ["Admin:Authority"] = tenant.AuthorityUrl.ToString(),
            ["Admin:AuthorizationEndpoint"] = tenant.AuthorizeUrl.ToString(),
            ["Admin:TeamsResource"] = $"api://localhost/{tenant.AppId}",
            ["Roles:Admin:0"] = TenantRoles.Admin,
            ["Roles:WorksCouncil:0"] = TenantRoles.WorksCouncil,
            ["Roles:Reader:0"] = TenantRoles.Reader,
            ["Bot:AppId"] = tenant.AppId.ToString(),
            ["Bot:Authority"] = tenant.AuthorityUrl.ToString(),
            ["Bot:OpenIdMetadata"] = tenant.MetadataUrl.ToString(),
            ["Bot:ServiceUrlHosts:0"] = tenant.ServiceUrl.Authority,
            ["Bot:FileHosts:0"] = tenant.BaseUrl.Authority,
            ["Bot:DefaultServiceUrl"] = tenant.ServiceUrl.ToString(),
            ["Programme:Pools:0:Id"] = "everyone",
            ["Programme:Pools:0:GroupId"] = tenant.GroupId.ToString(),
            ["Programme:Pools:0:Zone"] = "Europe/Amsterdam",
            ["Programme:Pools:0:Host:Name"] = host.Name,
            ["Programme:Pools:0:Host:PersonId"] = host.ObjectId.ToString(),
            ["Programme:Pools:0:Host:Sentence:nl"] = "Ik leerde mijn beste collega kennen bij een kop koffie die eigenlijk niet uitkwam.",
            ["Programme:Pools:0:Host:Sentence:en"] = "I met my favourite colleague over a coffee I almost had no time for.",
            ["Programme:Pools:0:MeetingPoints:*"] = "De lange tafel bij de koffiehoek",
            ["FirstUse:AgreedBy"] = "Ondernemingsraad, besluit 2026-03",
            ["Programme:HumanContacts:0:Name"] = "Samira Haddou, vertrouwenspersoon",
            ["Programme:HumanContacts:0:NameEn"] = "Samira Haddou, confidential adviser",
            ["Programme:HumanContacts:0:Reach"] = "06 1234 5678",
            ["Programme:HumanContacts:1:Name"] = "Bedrijfsarts",
            ["Programme:HumanContacts:1:NameEn"] = "Company doctor",
            ["Programme:HumanContacts:1:Reach"] = "bedrijfsarts@" + Organisation.MailAddresses.Domain,
        };
        if (options.AiWeekAllowed)
        {
            settings["Signals:CopilotReport"] = "true";
        }

        if (options.QuestionsAllowed)
        {
            settings["Programme:Pools:0:Help:On"] = "true";
            settings["Programme:Pools:0:Help:AgreedBy"] = "Ondernemingsraad, besluit 2026-05";
        }

        foreach (var section in new[] { "Admin", "Graph", "Bot" })
        {
            settings[$"{section}:TenantId"] = tenant.TenantId.ToString();
            settings[$"{section}:ClientSecret"] = tenant.ClientSecret;
            settings[$"{section}:ExtraCaFile"] = tenant.CaFile;
        }

        foreach (var (key, value) in options.ExtraSettings)
        {
            settings[key] = value;
        }

        return [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
    }

    /// <summary>Somebody without reports: managers and their reports are never matched.</summary>
    public static Person HostOf(SandboxTenant tenant)
    {
        var managers = tenant.People.All.Select(tenant.People.ManagerOf).OfType<Person>().ToHashSet();
        return tenant.People.All.FirstOrDefault(person => !managers.Contains(person)) ?? tenant.People.All[0];
    }
}
