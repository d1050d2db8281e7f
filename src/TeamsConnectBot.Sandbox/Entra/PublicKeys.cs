using Microsoft.IdentityModel.Tokens;

namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>Public keys as listed in a JWKS document.</summary>
internal static class PublicKeys
{
    public static Dictionary<string, object> Describe(RsaSecurityKey key)
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new Dictionary<string, object>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.KeyId,
            ["x5t"] = key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus!),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent!),
        };
    }
}
