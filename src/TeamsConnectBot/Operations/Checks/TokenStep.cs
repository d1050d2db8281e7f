using Azure.Core;
using Azure.Identity;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.Graph;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>Checks whether Entra issues a token for Graph and one for the Bot Framework.</summary>
internal sealed class TokenStep(GraphCredential graph, IOptions<GraphOptions> graphOptions, IOptions<BotOptions> bot) : CheckStep
{
    // Entra's most frequent errors, and how to fix them.
    private static readonly (string Code, string Fix)[] Known =
    [
        ("AADSTS7000215", "The client secret is wrong: copy the secret's value, not its id."),
        ("AADSTS7000222", "The client secret has expired: make a new one in Entra."),
        ("AADSTS700016", "No application with this client id in this tenant: check ClientId (AppId for the bot) and TenantId."),
        ("AADSTS700027", "The certificate is not the one registered with the application: upload its public part in Entra."),
        ("AADSTS90002", "There is no tenant with this id: check TenantId."),
        ("AADSTS50034", "There is no such account in this tenant: check TenantId."),
    ];

    public override IEnumerable<Check> Checks
    {
        get
        {
            yield return Of("token for Graph", "Graph", () => graph.Value, graphOptions.Value.Scope);
            if (!string.IsNullOrWhiteSpace(bot.Value.AppId))
            {
                yield return Of(
                    "token for the bot", "Bot", () => EntraCredentials.Create(bot.Value.ToCredentialOptions()), bot.Value.Scope);
            }
        }
    }

    private static Check Of(string subject, string section, Func<TokenCredential> credential, string scope) =>
        new(subject, cancellationToken => TryAsync(subject, section, credential, scope, cancellationToken));

    private static async Task<CheckResult> TryAsync(
        string subject, string section, Func<TokenCredential> credential, string scope, CancellationToken cancellationToken)
    {
        try
        {
            await credential().GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
            return new CheckResult(subject);
        }
        catch (Exception failure) when (failure is AuthenticationFailedException or InvalidOperationException or IOException)
        {
            var said = EntraError.Describe(failure) ?? failure.Message.Split('\n')[0].Trim();
            var fix = Known.FirstOrDefault(known => EntraError.CodeOf(failure) == known.Code).Fix;
            return new CheckResult(
                subject, said,
                fix ?? $"Check {section}:TenantId, the credential in {section}, and that this machine reaches the authority.");
        }
    }
}
