using System.Buffers;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>The calls Graph makes to a subscriber.</summary>
internal sealed class NotificationSender : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Whether the subscriber echoes a token as plain text.</summary>
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

    /// <summary>Posts one notification; whether it is taken is the subscriber's business.</summary>
    public async Task PostAsync(Uri url, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("value");
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        using var content = new ByteArrayContent(buffer.WrittenSpan.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
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
