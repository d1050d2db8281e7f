using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>The calls Graph makes to a subscriber.</summary>
internal sealed class NotificationSender : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Whether the subscriber echoes a validation token as plain text.</summary>
    public async Task<bool> HandshakeAsync(Uri url)
    {
        var token = "Validation: " + Convert.ToHexString(RandomNumberGenerator.GetBytes(12)) + " +/=";
        var separator = url.Query.Length == 0 ? '?' : '&';
        try
        {
            using var empty = new StringContent("");
            using var response = await http.PostAsync(new Uri($"{url}{separator}validationToken={Uri.EscapeDataString(token)}"), empty);
            return (int)response.StatusCode == 200
                && response.Content.Headers.ContentType?.MediaType == "text/plain"
                && await response.Content.ReadAsStringAsync() == token;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>Posts one notification and ignores the response.</summary>
    public async Task PostAsync(Uri url, JsonObject notification)
    {
        var body = new JsonObject { ["value"] = new JsonArray(notification) };
        using var content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json"));
        try
        {
            using var response = await http.PostAsync(url, content);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            // A subscriber that is down misses notifications; Graph would send 'missed' later.
        }
    }

    public void Dispose() => http.Dispose();
}
