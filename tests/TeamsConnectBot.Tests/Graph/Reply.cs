using System.Text;
using Microsoft.AspNetCore.Http;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>A response of the stub server, possibly without a body. <see cref="Abort"/> drops the connection instead.</summary>
internal sealed record Reply(int Status, string ContentType, byte[] Body)
{
    public Dictionary<string, string> Headers { get; } = [];

    public bool Abort { get; init; }

    public static Reply Broken { get; } = new(0, "", []) { Abort = true };

    public static Reply Html { get; } = new(200, "text/html", "<html><body>Sign in</body></html>"u8.ToArray());

    public static Reply Of(int status) => new(status, "", []);

    public static Reply Json(JsonNode body, int status = 200) => Json(body.ToJsonString(), status);

    public static Reply Json(string body, int status = 200) => new(status, "application/json", Encoding.UTF8.GetBytes(body));

    public static Reply Csv(string body, bool withByteOrderMark = false) =>
        new(200, "application/octet-stream", [.. withByteOrderMark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(body)]);

    public static Reply Error(int status, string code, string message = "An error") =>
        Json(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, status);

    public Reply With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }

    public async Task WriteAsync(HttpContext context)
    {
        if (Abort)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = Status;
        context.Response.Headers["request-id"] = "5a1f9f3e-0001-4000-8000-000000000000";
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (Body.Length > 0)
        {
            context.Response.ContentType = ContentType;
            await context.Response.Body.WriteAsync(Body);
        }
    }
}
