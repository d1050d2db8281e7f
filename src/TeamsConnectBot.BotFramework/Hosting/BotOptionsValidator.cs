using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>Reports at startup what would otherwise fail later. No message contains a secret.</summary>
internal sealed class BotOptionsValidator(IHostEnvironment environment) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        string[] problems =
        [
            .. Checks(options).Where(check => check.IsWrong).Select(check => $"{BotOptions.Section}{check.Message}"),
            .. options.Connector.Problems($"{BotOptions.Section}:Connector"),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<(bool IsWrong, string Message)> Checks(BotOptions bot)
    {
        var kinds = EntraCredentialOptions.Kinds(bot.ClientSecret, bot.CertificatePath, bot.ManagedIdentityClientId);
        return
        [
            (!bot.HasAppId && !environment.IsDevelopment(), ":AppId is not set. Without it no token can be checked, which is allowed in "
                + $"Development only; the environment is {environment.EnvironmentName}."),
            (bot.HasAppId && !Guid.TryParse(bot.AppId, out _), $":AppId is '{bot.AppId}'; it must be a GUID."),
            (bot.HasAppId && string.IsNullOrWhiteSpace(bot.TenantId),
                ":TenantId is not set; it must be the tenant the bot is registered in."),
            (bot.HasAppId && kinds != 1,
                $" sets {kinds} of ClientSecret, CertificatePath and ManagedIdentityClientId; exactly one is needed."),
            (bot.HasAppId && IsMissing(bot.CertificatePath), $":CertificatePath is '{bot.CertificatePath}'; there is no such file."),
            // Azure.Identity silently ignores a path.
            (!Uri.TryCreate(bot.Authority, UriKind.Absolute, out var authority) || authority is not { Scheme: "https", PathAndQuery: "/" },
                $":Authority is '{bot.Authority}'; it must be an https host without a path, such as https://login.microsoftonline.com/."),
            (!Uri.TryCreate(bot.OpenIdMetadata, UriKind.Absolute, out var metadata) || !ChannelKeyDocuments.IsSafe(metadata),
                $":OpenIdMetadata is '{bot.OpenIdMetadata}'; it must be an https address, or http on loopback."),
            (string.IsNullOrWhiteSpace(bot.Issuer), ":Issuer is empty."),
            (string.IsNullOrWhiteSpace(bot.Scope), ":Scope is empty."),
            (!new ServiceUrlAllowList(bot.AllowedHosts).Allows(bot.DefaultServiceUrl),
                $":DefaultServiceUrl is '{bot.DefaultServiceUrl}'; its host must be in {BotOptions.Section}:ServiceUrlHosts, and "
                + "it must be https unless it is loopback."),
            (IsMissing(bot.ExtraCaFile), $":ExtraCaFile is '{bot.ExtraCaFile}'; there is no such file."),
            (bot.RefreshKeysAtMostEvery.TotalHours is < 0 or > 1,
                $":RefreshKeysAtMostEvery is {bot.RefreshKeysAtMostEvery}; allowed is 0 to 1 hour."),
            (bot.AnswerWithin.TotalMilliseconds is < 100 or > 10_000, $":AnswerWithin is {bot.AnswerWithin}; allowed is 100 ms to 10 s."),
        ];
    }

    private static bool IsMissing(string? file) => !string.IsNullOrWhiteSpace(file) && !File.Exists(file);
}
