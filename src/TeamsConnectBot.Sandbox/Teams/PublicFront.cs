using System.Net.Mime;
using System.Text;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>
/// The organisation's reverse proxy: it forwards the messaging endpoint to the service, so that a check from outside finds it at the
/// sandbox's HTTPS address.
/// </summary>
internal static class PublicFront
{
    public const string Path = "/api/messages";

    public static void MapPublicFront(this IEndpointRouteBuilder endpoints, ServiceChannel channel) =>
        endpoints.MapPost(Path, async (HttpRequest request, CancellationToken cancellation) =>
        {
            if (channel.Service is null)
            {
                return Results.StatusCode(StatusCodes.Status502BadGateway);
            }

            using var reader = new StreamReader(request.Body);
            var token = request.Headers.Authorization.ToString().Split(' ')[^1];
            var answer = await channel.PostAsync(
                await reader.ReadToEndAsync(cancellation), token.Length > 0 ? token : null, cancellation);
            return answer.Status == 0
                ? Results.StatusCode(StatusCodes.Status502BadGateway)
                : Results.Text(answer.Body, MediaTypeNames.Application.Json, Encoding.UTF8, answer.Status);
        });
}
