using TeamsConnectBot.Sandbox.Entra;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>What a bot reads to check the channel's tokens.</summary>
internal static class ChannelMetadata
{
    /// <summary>Where the document lies on both listeners.</summary>
    public const string Path = "/channel/v1/.well-known/openidconfiguration";

    private static readonly string[] Algorithms = ["RS256"];
    private static readonly string[] AuthMethods = ["private_key_jwt"];

    private const string KeysPath = "/channel/v1/.well-known/keys";

    public static void MapChannelMetadata(this IEndpointRouteBuilder endpoints, ChannelTokens tokens, RequestCounters counters)
    {
        endpoints.MapGet(Path, Answer);
        endpoints.MapGet("/channel/v1/.well-known/openid-configuration", Answer);
        endpoints.MapGet(KeysPath, () =>
        {
            counters.Add("channel.keys");
            return Results.Json(new { keys = tokens.Published.Select(key => Describe(key, tokens.Endorsements)) });
        });

        IResult Answer(HttpRequest request)
        {
            counters.Add("channel.metadata");
            return Results.Json(new
            {
                issuer = ChannelTokens.Issuer,
                authorization_endpoint = "https://invalid.botframework.com",
                jwks_uri = $"{request.Scheme}://{request.Host}{KeysPath}",
                id_token_signing_alg_values_supported = Algorithms,
                token_endpoint_auth_methods_supported = AuthMethods,
            });
        }
    }

    private static Dictionary<string, object> Describe(Microsoft.IdentityModel.Tokens.RsaSecurityKey key, IReadOnlyList<string> endorsements)
    {
        var described = PublicKeys.Describe(key);
        described["endorsements"] = endorsements;
        return described;
    }
}
