using Azure.Core;
using Azure.Identity;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>A fixed token, without an authority.</summary>
internal sealed class StaticCredential : TokenCredential
{
    public const string Bearer = "Bearer graph-token";

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new("graph-token", DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}

/// <summary>Fails as Azure.Identity does when Entra ID refuses the secret: the error code is in the inner exception only.</summary>
internal sealed class RefusedCredential : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw Refusal();

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw Refusal();

    private static AuthenticationFailedException Refusal() => new(
        "ClientSecretCredential authentication failed: ",
        new InvalidOperationException(
            "A configuration issue is preventing authentication. Original exception: "
            + "AADSTS7000215: Invalid client secret provided. Trace ID: 1"));
}
