using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace TeamsConnectBot.BotFramework.Tests.Testing;

/// <summary>A key of the channel, with what the key set says about it.</summary>
internal sealed class SigningKey(string id, params string[] endorsements)
{
    private readonly RSA _rsa = RSA.Create(2048);

    public RsaSecurityKey Private => new(_rsa) { KeyId = id };

    public JsonObject ToJson()
    {
        var parameters = _rsa.ExportParameters(false);
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
