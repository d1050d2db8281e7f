using System.Net.Http.Headers;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>
/// Uploading to OneDrive: the last piece of a session answers with the item that was made, as in 'Upload bytes to the upload session'. The
/// address is the permission, so a token sent along is refused.
/// </summary>
internal static class DriveEndpoints
{
    public const string Path = "/onedrive";

    // OneDrive's limit for one request.
    private const long MostBytes = 60 * 1024 * 1024;

    public static void MapDrives(this IEndpointRouteBuilder endpoints, SandboxTenant tenant)
    {
        endpoints.MapPut(Path + "/upload/{ticket}", (HttpRequest request, string ticket) => PutAsync(tenant, request, ticket));
    }

    private static async Task<IResult> PutAsync(SandboxTenant tenant, HttpRequest request, string ticket)
    {
        tenant.Counters.Add("onedrive.upload");
        if (request.Headers.Authorization.Count > 0)
        {
            return Error(401, "unauthenticated", "An upload session takes no Authorization header.");
        }

        if (tenant.Drives.Session(ticket) is null)
        {
            return Error(404, "itemNotFound", "The upload session was not found.");
        }

        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory);
        if (memory.Length > MostBytes)
        {
            return Error(413, "invalidRequest", "A request holds at most 60 MiB.");
        }

        // The whole file in one piece; further pieces are not simulated.
        if (request.ContentLength != memory.Length
            || !ContentRangeHeaderValue.TryParse(request.Headers.ContentRange, out var range)
            || range is not { Unit: "bytes", From: 0 } || range.To != memory.Length - 1 || range.Length != memory.Length)
        {
            return Error(400, "invalidRequest", "The Content-Range header is missing or does not match the content.");
        }

        return tenant.Drives.Store(ticket, memory.ToArray()) is { } file
            ? Results.Json(new { id = file.Id, name = file.Name, size = file.Content.Length, file = new { } }, statusCode: 201)
            : Error(404, "itemNotFound", "The upload session was not found.");
    }

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);
}
