using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>Reports at startup what would otherwise fail later. No message contains a secret.</summary>
internal sealed class BotOptionsValidator(IHostEnvironment environment, MicrosoftCloud cloud) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        string[] problems =
        [
            .. Checks(options).Where(check => check.IsWrong).Select(check => $"{BotOptions.Section}{check.Message}"),
            .. options.FileHosts.Select((host, index) => FileHostList.Problem(host) is { } problem
                ? $"{BotOptions.Section}:{nameof(options.FileHosts)}:{index} is '{host}'; {problem}."
                : null).OfType<string>(),
            .. options.Connector.Problems($"{BotOptions.Section}:Connector"),
            .. Addresses(options).Select(given => cloud.Contradiction($"{BotOptions.Section}:{given.Key}", given.Value)).OfType<string>(),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<(string Key, string Value)> Addresses(BotOptions bot) =>
    [
        (nameof(bot.Authority), bot.Authority), (nameof(bot.OpenIdMetadata), bot.OpenIdMetadata), (nameof(bot.Issuer), bot.Issuer),
        (nameof(bot.Scope), bot.Scope), (nameof(bot.DefaultServiceUrl), bot.DefaultServiceUrl),
        .. bot.ServiceUrlHosts.Select((host, index) => ($"{nameof(bot.ServiceUrlHosts)}:{index}", host)),
    ];

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
                $":Authority is '{bot.Authority}'; it must be an https host without a path, such as {cloud.Authority}."),
            (!Uri.TryCreate(bot.OpenIdMetadata, UriKind.Absolute, out var metadata) || !ChannelKeyDocuments.IsSafe(metadata),
                $":OpenIdMetadata is '{bot.OpenIdMetadata}'; it must be an https address, or http on loopback."),
            (!new ServiceUrlAllowList(bot.ServiceUrlHosts).Allows(bot.DefaultServiceUrl),
                $":DefaultServiceUrl is '{bot.DefaultServiceUrl}'; its host must be in {BotOptions.Section}:ServiceUrlHosts, and "
                + "it must be https unless it is loopback."),
            (ExtraCertificateAuthorities.Problem(bot.ExtraCaFile) is not null,
                $":ExtraCaFile is '{bot.ExtraCaFile}'; {ExtraCertificateAuthorities.Problem(bot.ExtraCaFile)}."),
            (bot.RefreshKeysAtMostEvery.TotalHours is < 0 or > 1,
                $":RefreshKeysAtMostEvery is {bot.RefreshKeysAtMostEvery}; allowed is 0 to 1 hour."),
            (bot.AnswerWithin.TotalMilliseconds is < 100 or > 10_000, $":AnswerWithin is {bot.AnswerWithin}; allowed is 100 ms to 10 s."),
        ];
    }

    private static bool IsMissing(string? file) => !string.IsNullOrWhiteSpace(file) && !File.Exists(file);
}
