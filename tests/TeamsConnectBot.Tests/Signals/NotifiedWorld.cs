using System.Net;
using System.Text;
using TeamsConnectBot.Signals.Notifications;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Signals;

/// <summary>A world to which Graph can send notifications about Copilot. The first person allowed them, the second did not.</summary>
internal static class NotifiedWorld
{
    public static async Task<(PrivacyWorld World, Uri Service)> StartAsync(bool isAgreed = true, bool licence = true)
    {
        var service = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        var settings = new Dictionary<string, string>
        {
            ["urls"] = service.ToString(),
            ["Signals:CopilotNotifications"] = "true",
            ["Signals:PublicUrl"] = service.ToString(),
        };
        if (isAgreed)
        {
            settings["Signals:AgreedBy"] = "Ondernemingsraad, besluit 2026-14";
        }

        var world = await PrivacyWorld.StartAsync(
            change: organisation =>
                organisation with { People = [.. organisation.People.Select(person => person with { HasLicence = licence })] },
            settings: settings);
        await world.JoinAsync(world.People[0], aiUse: true, sources: true);
        await world.JoinAsync(world.People[1], aiUse: true);
        await world.Services.GetRequiredService<InteractionWatches>().KeepAsync(default);
        return (world, service);
    }

    public static async Task<HttpStatusCode> PostAsync(Uri service, string path, string body)
    {
        using var http = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(service, path), content);
        return answer.StatusCode;
    }

    public static string Notification(string id, string? state) => state is null
        ? $$"""{"value":[{"subscriptionId":"{{id}}","changeType":"created"}]}"""
        : $$"""{"value":[{"subscriptionId":"{{id}}","clientState":"{{state}}","changeType":"created"}]}""";
}
