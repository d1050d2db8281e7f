using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace TeamsConnectBot.BotFramework.Tests.Testing;

/// <summary>
/// A signing key with its entry in a key set. All instances share two RSA keys, because generating one is slow: the channel's, and another
/// for every test that needs a different one.
/// </summary>
internal sealed class SigningKey(string id, params string[] endorsements)
{
    private static readonly RSA ChannelKey = RSA.Create(2048);
    private static readonly RSA OtherKey = RSA.Create(2048);

    private RSA rsa = OtherKey;

    public static SigningKey Channel { get; } = new("key-1", "msteams", "directline") { rsa = ChannelKey };

    public RsaSecurityKey Private => new(rsa) { KeyId = id };

    public JsonObject ToJson()
    {
        var parameters = rsa.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            ["endorsements"] = new JsonArray([.. endorsements.Select(e => (JsonNode)e)]),
        };
    }
}
