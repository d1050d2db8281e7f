using System.Globalization;
using System.Text.Json;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>The error object every Graph error has.</summary>
internal static class GraphErrors
{
    public static void Write(Utf8JsonWriter writer, string code, string message)
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString();
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("code", code);
        writer.WriteString("message", message);
        writer.WriteStartObject("innerError");
        writer.WriteString("date", now.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        writer.WriteString("request-id", id);
        writer.WriteString("client-request-id", id);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
