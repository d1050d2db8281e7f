using System.Security.Cryptography;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using Microsoft.Identity.Client;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.Graph;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>Checks whether Entra issues a token for Graph and one for the Bot Framework.</summary>
internal sealed class TokenStep(GraphCredential graph, IOptions<GraphOptions> graphOptions, IOptions<BotOptions> bot) : CheckStep
{
    public const string ForGraph = "token:graph";
    public const string ForBot = "token:bot";

    public override IEnumerable<Check> Checks
    {
        get
        {
            yield return Of(
                ForGraph, "token for Graph", () => graph.Value, graphOptions.Value.Scope, graphOptions.Value.ManagedIdentityClientId);
            if (!string.IsNullOrWhiteSpace(bot.Value.AppId))
            {
                yield return Of(
                    ForBot, "token for the bot", () => EntraCredentials.Create(bot.Value.ToCredentialOptions()), bot.Value.Scope,
                    bot.Value.ManagedIdentityClientId);
            }
        }
    }

    private static Check Of(string key, string subject, Func<TokenCredential> credential, string scope, string? managedIdentity) => new(
        key, subject, cancellationToken => TryAsync(credential, scope, !string.IsNullOrWhiteSpace(managedIdentity), cancellationToken));

    private static async Task<CheckResult> TryAsync(
        Func<TokenCredential> credential, string scope, bool usesManagedIdentity, CancellationToken cancellationToken)
    {
        try
        {
            await credential().GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
            return CheckResult.Good();
        }
        catch (Exception failure) when (failure is AuthenticationFailedException or InvalidOperationException or IOException)
        {
            return Judge(failure, usesManagedIdentity);
        }
    }

    internal static CheckResult Judge(Exception failure, bool usesManagedIdentity) => EntraError.Read(failure) switch
    {
        { } problem when EntraFindings.Of(problem.Code) is { } known => known.With(problem.Sentence),
        { } problem => EntraFindings.Unknown.With($"{problem.Code}: {problem.Sentence}", problem.CorrelationId ?? "none"),
        null when usesManagedIdentity => EntraFindings.NoManagedIdentity.With(),
        null when IsAbout<HttpRequestException>(failure) is { } network => EntraFindings.Unreachable.With($"{network.HttpRequestError}"),
        null when failure is CredentialUnavailableException or IOException || IsAbout<CryptographicException>(failure) is not null =>
            EntraFindings.UnreadableCertificate.With(failure.GetBaseException().GetType().Name),
        null when IsAbout<MsalServiceException>(failure) is { StatusCode: > 0 } refusal =>
            EntraFindings.Refused.With($"{refusal.StatusCode}"),
        // An empty answer ends as a null reference in the library.
        null when IsAbout<JsonException>(failure) is not null || failure.GetBaseException() is NullReferenceException =>
            EntraFindings.Unreadable.With(),
        null => EntraFindings.Unreachable.With(failure.GetBaseException().GetType().Name),
    };

    private static T? IsAbout<T>(Exception? failure) where T : Exception => failure switch
    {
        null => null,
        T found => found,
        AggregateException several => several.InnerExceptions.Select(IsAbout<T>).FirstOrDefault(found => found is not null),
        _ => IsAbout<T>(failure.InnerException),
    };
}
