using TeamsConnectBot.Sandbox.Entra;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>The OpenID metadata and keys with which a bot validates the channel's tokens.</summary>
internal static class ChannelMetadata
{
    /// <summary>The path of the metadata document, on both listeners.</summary>
    public const string Path = "/channel/v1/.well-known/openidconfiguration";

    private const string KeysPath = "/channel/v1/.well-known/keys";

    private static readonly string[] Algorithms = ["RS256"];
    private static readonly string[] AuthenticationMethods = ["private_key_jwt"];

    public static void MapChannelMetadata(this IEndpointRouteBuilder endpoints, ChannelTokens tokens, RequestCounters counters)
    {
        endpoints.MapGet(Path, Answer);
        endpoints.MapGet("/channel/v1/.well-known/openid-configuration", Answer);
        endpoints.MapGet(KeysPath, () =>
        {
            counters.Add("channel.keys");
            return Results.Json(new { keys = tokens.Published.Select(key =>
                new Dictionary<string, object>(PublicKeys.Describe(key)) { ["endorsements"] = tokens.Endorsements }) });
        });

        IResult Answer(HttpRequest request)
        {
            counters.Add("channel.metadata");
            return Results.Json(new
            {
                issuer = tokens.Issuer,
                authorization_endpoint = "https://invalid.botframework.com",
                jwks_uri = $"{request.Scheme}://{request.Host}{KeysPath}",
                id_token_signing_alg_values_supported = Algorithms,
                token_endpoint_auth_methods_supported = AuthenticationMethods,
            });
        }
    }
}
