using Azure.Core;
using Azure.Identity;
using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>The application's credential for exchanging a code: a secret, or an assertion of a managed identity it trusts.</summary>
internal sealed class ClientCredential(IOptions<AdminOptions> options, MicrosoftCloud cloud)
{
    private const string JwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private readonly Lazy<ManagedIdentityCredential> identity =
        new(() => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.Value.ManagedIdentityClientId!)));

    /// <summary>The fields to add to the request for a token.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancellationToken)
    {
        if (options.Value.ClientSecret is { Length: > 0 } secret)
        {
            return new Dictionary<string, string> { ["client_secret"] = secret };
        }

        var assertion = await identity.Value.GetTokenAsync(new TokenRequestContext([cloud.TokenExchangeScope]), cancellationToken);
        return new Dictionary<string, string> { ["client_assertion_type"] = JwtBearer, ["client_assertion"] = assertion.Token };
    }
}
