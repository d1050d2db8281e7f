using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>
/// Signs people in at Entra: the framework's authorization code flow with PKCE and state, plus what OpenID Connect adds: a nonce, and
/// an id_token that says who the person is. Microsoft's own OpenID Connect handler was not available as a package.
/// </summary>
internal sealed class EntraSignInHandler(
    IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder, EntraTokenValidation tokens, SignInRoles roles,
    ClientCredential credential)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    public const string SchemeName = "Entra";

    private const string NonceItem = "nonce";

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        // The nonce travels inside the protected state, so it comes back with the response it belongs to.
        var nonce = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        properties.Items[NonceItem] = nonce;
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), "nonce", nonce);
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        var form = new Dictionary<string, string?>
        {
            ["grant_type"] = "authorization_code", ["client_id"] = Options.ClientId, ["code"] = context.Code,
            ["redirect_uri"] = context.RedirectUri, ["code_verifier"] = context.Properties.Items[OAuthConstants.CodeVerifierKey],
        };
        using var content = new FormUrlEncodedContent([.. form, .. await credential.ReadAsync(Context.RequestAborted)]);
        using var response = await Backchannel.PostAsync(Options.TokenEndpoint, content, Context.RequestAborted);
        // The body is never logged, because it may contain a token.
        return response.IsSuccessStatusCode
            ? OAuthTokenResponse.Success(JsonDocument.Parse(await response.Content.ReadAsStringAsync(Context.RequestAborted)))
            : OAuthTokenResponse.Failed(new InvalidOperationException($"Entra refused the code: {(int)response.StatusCode}."));
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse answer)
    {
        var idToken = answer.Response?.RootElement.TryGetProperty("id_token", out var value) == true ? value.GetString() : null;
        var person = await tokens.ReadIdTokenAsync(idToken, properties.Items[NonceItem], Context.RequestAborted);
        // The nonce and the code verifier are not needed in the session, so its properties start empty.
        var session = new AuthenticationProperties { RedirectUri = properties.RedirectUri };
        var held = await roles.OfAsync(person, Context.RequestAborted);
        return new AuthenticationTicket(AdminClaims.Principal(person, held), session, SchemeName);
    }
}
