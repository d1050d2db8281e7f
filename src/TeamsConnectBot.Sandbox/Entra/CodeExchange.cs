using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>The authorization code grant: redeems a code, once and with its PKCE verifier, for an access token and an ID token.</summary>
internal sealed class CodeExchange(SandboxTenant tenant, EntraTokens tokens, SignInCodes codes)
{
    /// <summary>The tokens, or the code and message of Entra's error.</summary>
    public (Dictionary<string, object>? Tokens, int Code, string Message) Answer(IFormCollection form, string issuer)
    {
        var code = form["code"].ToString();
        if (codes.Redeem(code) is not { } known)
        {
            return codes.WasRedeemed(code)
                ? (null, 54005,
                    "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.")
                : (null, 9002313, "Invalid request. Request is malformed or invalid.");
        }

        if (form["redirect_uri"] != known.RedirectUri)
        {
            return (null, 500112,
                $"The reply address '{form["redirect_uri"]}' does not match the reply address '{known.RedirectUri}' "
                + "provided when requesting Authorization code.");
        }

        if (ChallengeOf(form["code_verifier"].ToString()) != known.Challenge)
        {
            return (null, 501481, "The Code_Verifier does not match the code_challenge supplied in the authorization request.");
        }

        tenant.Counters.Add("token.person");
        var seconds = (int)EntraTokens.Lifetime.TotalSeconds;
        return (new Dictionary<string, object>
        {
            ["token_type"] = "Bearer",
            ["scope"] = "openid profile",
            ["expires_in"] = seconds,
            ["ext_expires_in"] = seconds,
            ["access_token"] = tokens.Create(tokens.Cloud.Graph, []),
            ["id_token"] = IdToken(known, issuer),
        }, 0, "");
    }

    private string IdToken(SignInCode known, string issuer)
    {
        void AddNonce(SecurityTokenDescriptor token)
        {
            if (known.Nonce is not null)
            {
                token.Claims["nonce"] = known.Nonce;
            }
        }

        return tokens.CreateForPerson(tenant.Identity.AppId.ToString(), issuer, known.Person, tenant.Roles.Of(known.Person), AddNonce);
    }

    private static string ChallengeOf(string verifier) => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
