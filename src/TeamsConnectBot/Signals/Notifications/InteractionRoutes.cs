using System.Buffers;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Signals.Notifications;

/// <summary>The endpoints for Graph's notifications. Graph validates them first with a token that must be returned.</summary>
internal static class InteractionRoutes
{
    public const string Path = "/api/graph/interactions";
    public const string Lifecycle = Path + "/lifecycle";

    private const int MaxBytes = 256 * 1024;
    private const int MaxTokenLength = 2000;

    public static void MapInteractions(this IEndpointRouteBuilder endpoints)
    {
        // Not the validated options: they would throw here, before all problems with the settings can be listed.
        var configuration = endpoints.ServiceProvider.GetRequiredService<IConfiguration>();
        if (configuration.GetSection(SignalsOptions.Section).Get<SignalsOptions>()?.CopilotNotifications == true)
        {
            endpoints.MapPost(Path, ReceiveAsync);
            endpoints.MapPost(Lifecycle, ReceiveAsync);
        }
    }

    private static async Task<IResult> ReceiveAsync(HttpContext context, InteractionNotices notices, WorkInFlight work)
    {
        using var item = work.Begin();
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (context.Request.Query["validationToken"] is [{ Length: > 0 and <= MaxTokenLength } token])
        {
            return Results.Text(token, "text/plain");
        }

        if (await ReadAsync(context.Request, context.RequestAborted) is not { } body || InteractionNotice.Read(body) is not { } read)
        {
            return Results.BadRequest();
        }

        await notices.TakeAsync(read, context.RequestAborted);
        return Results.Accepted();
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var read = await request.BodyReader.ReadAtLeastAsync(MaxBytes + 1, cancellationToken);
        var body = read.Buffer.Length > MaxBytes ? null : read.Buffer.ToArray();
        request.BodyReader.AdvanceTo(read.Buffer.End);
        return body;
    }
}
