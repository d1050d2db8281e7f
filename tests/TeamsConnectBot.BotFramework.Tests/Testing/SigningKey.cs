using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace TeamsConnectBot.BotFramework.Tests.Testing;

/// <summary>
/// A key, with what a key set says about it. There are two in all, made once, since making one is slow: the channel's usual
/// one, and another for every test that wants a different one.
/// </summary>
internal sealed class SigningKey(string id, params string[] endorsements)
{
    private static readonly RSA Usual = RSA.Create(2048);
    private static readonly RSA Another = RSA.Create(2048);

    private RSA _rsa = Another;

    public static SigningKey OfTheChannel { get; } = new("key-1", "msteams", "directline") { _rsa = Usual };

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
