using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>Refuses at start what could only fail later. No message shows a secret.</summary>
internal sealed class BotOptionsValidator(IHostEnvironment environment) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        string[] problems =
        [
            .. options.HasAppId ? Registration(options) : WithoutRegistration(),
            .. Addresses(options),
            .. options.Connector.Problems($"{BotOptions.Section}:Connector"),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> WithoutRegistration()
    {
        if (!environment.IsDevelopment())
            yield return $"{BotOptions.Section}:AppId is not set. Without it no token can be checked, which is allowed in "
                + $"Development only; the environment is {environment.EnvironmentName}.";
    }

    private static IEnumerable<string> Registration(BotOptions options)
    {
        if (!Guid.TryParse(options.AppId, out _))
            yield return $"{BotOptions.Section}:AppId is '{options.AppId}'; it must be a GUID.";
        if (string.IsNullOrWhiteSpace(options.TenantId))
            yield return $"{BotOptions.Section}:TenantId is not set; it must be the tenant the bot is registered in.";

        var kinds = EntraCredentialOptions.Kinds(options.ClientSecret, options.CertificatePath, options.ManagedIdentityClientId);
        if (kinds != 1)
            yield return $"{BotOptions.Section} sets {kinds} of ClientSecret, CertificatePath and ManagedIdentityClientId; exactly one is needed.";
        if (!string.IsNullOrWhiteSpace(options.CertificatePath) && !File.Exists(options.CertificatePath))
            yield return $"{BotOptions.Section}:CertificatePath is '{options.CertificatePath}'; there is no such file.";
    }

    private static IEnumerable<string> Addresses(BotOptions options)
    {
        // Azure.Identity drops a path without a word.
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority)
            || authority.Scheme != Uri.UriSchemeHttps
            || authority.PathAndQuery != "/")
            yield return $"{BotOptions.Section}:Authority is '{options.Authority}'; it must be an https address of a host alone, such as "
                + "https://login.microsoftonline.com/.";
        if (!Uri.TryCreate(options.OpenIdMetadata, UriKind.Absolute, out var metadata) || !ChannelKeyDocuments.IsSafe(metadata))
            yield return $"{BotOptions.Section}:OpenIdMetadata is '{options.OpenIdMetadata}'; it must be an https address, or http on loopback.";
        if (string.IsNullOrWhiteSpace(options.Issuer))
            yield return $"{BotOptions.Section}:Issuer is empty.";
        if (string.IsNullOrWhiteSpace(options.Scope))
            yield return $"{BotOptions.Section}:Scope is empty.";
        if (!options.AllowedHosts().Allows(options.DefaultServiceUrl))
            yield return $"{BotOptions.Section}:DefaultServiceUrl is '{options.DefaultServiceUrl}'; its host must be in "
                + $"{BotOptions.Section}:ServiceUrlHosts, and https unless it is loopback.";
        if (options.ExtraCaFile is { Length: > 0 } file && !File.Exists(file))
            yield return $"{BotOptions.Section}:ExtraCaFile is '{file}'; there is no such file.";
        if (options.RefreshKeysAtMostEvery < TimeSpan.Zero || options.RefreshKeysAtMostEvery > TimeSpan.FromHours(1))
            yield return $"{BotOptions.Section}:RefreshKeysAtMostEvery is {options.RefreshKeysAtMostEvery}; allowed is 0 to 1 hour.";
        if (options.AnswerWithin < TimeSpan.FromMilliseconds(100) || options.AnswerWithin > TimeSpan.FromSeconds(10))
            yield return $"{BotOptions.Section}:AnswerWithin is {options.AnswerWithin}; allowed is 100 ms to 10 s.";
    }
}
