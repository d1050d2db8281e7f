using Azure.Core;
using Azure.Identity;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.Graph;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>Checks whether Entra issues a token for Graph and one for the Bot Framework.</summary>
internal sealed class TokenStep(GraphCredential graph, IOptions<GraphOptions> graphOptions, IOptions<BotOptions> bot) : CheckStep
{
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
            var fix = EntraError.CodeOf(failure) is { } code ? StatusWords.FindRemedy(code) : null;
            return new CheckResult(
                subject, said,
                fix ?? $"Check {section}:TenantId, the credential in {section}, and that this machine reaches the authority.");
        }
    }
}
