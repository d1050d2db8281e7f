using Azure.Core;
using Azure.Identity;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>A token without an authority behind it.</summary>
internal sealed class StaticCredential : TokenCredential
{
    public const string Bearer = "Bearer graph-token";

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new("graph-token", DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}

/// <summary>Entra ID refuses the secret.</summary>
internal sealed class RefusedCredential : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new AuthenticationFailedException("AADSTS7000215: Invalid client secret provided.");

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new AuthenticationFailedException("AADSTS7000215: Invalid client secret provided.");
}
