using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>
/// Signing in at Entra: the framework's authorization code flow with PKCE and state, and what OpenID Connect adds to it: a nonce,
/// and an id_token that says who it is. Microsoft's own OpenID Connect handler cannot be had as a package here.
/// </summary>
internal sealed class EntraSignInHandler(
    IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder, EntraTokenValidation tokens, OfficesAtSignIn offices, ClientCredential credential)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    public const string SchemeName = "Entra";

    private const string NonceItem = "nonce";

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        // It travels inside the protected state, and so comes back with the answer it belongs to.
        var nonce = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        properties.Items[NonceItem] = nonce;
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), "nonce", nonce);
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        var form = new Dictionary<string, string?>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = Options.ClientId,
            ["code"] = context.Code,
            ["redirect_uri"] = context.RedirectUri,
            ["code_verifier"] = context.Properties.Items[OAuthConstants.CodeVerifierKey],
        };
        foreach (var (key, value) in await credential.ReadAsync(Context.RequestAborted))
        {
            form[key] = value;
        }

        using var content = new FormUrlEncodedContent(form);
        using var response = await Backchannel.PostAsync(Options.TokenEndpoint, content, Context.RequestAborted);
        // Never the body: it may hold a token.
        return response.IsSuccessStatusCode
            ? OAuthTokenResponse.Success(System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(Context.RequestAborted)))
            : OAuthTokenResponse.Failed(new InvalidOperationException($"Entra refused the code: {(int)response.StatusCode}."));
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse answer)
    {
        var idToken = answer.Response?.RootElement.TryGetProperty("id_token", out var value) == true ? value.GetString() : null;
        var person = await tokens.ReadIdTokenAsync(idToken, properties.Items[NonceItem], Context.RequestAborted);
        // Only who it is and until when; the nonce and the verifier have done their work.
        var session = new AuthenticationProperties { RedirectUri = properties.RedirectUri };
        return new AuthenticationTicket(AdminClaims.Principal(person, await offices.OfAsync(person, Context.RequestAborted)), session, SchemeName);
    }
}
