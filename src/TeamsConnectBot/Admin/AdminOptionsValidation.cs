using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.Admin;

/// <summary>Reports all problems with the page's settings at once, and never shows the value of a secret.</summary>
internal sealed class AdminOptionsValidation(MicrosoftCloud cloud) : IValidateOptions<AdminOptions>
{
    public ValidateOptionsResult Validate(string? name, AdminOptions options)
    {
        var problems = options.IsOn ? Problems(options).ToList() : [];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(AdminOptions options)
    {
        if (!Guid.TryParse(options.ClientId, out _))
        {
            yield return $"Admin:ClientId is '{options.ClientId}'; give the id of the application people sign in to";
        }

        if (!Guid.TryParse(options.TenantId, out _))
        {
            yield return $"Admin:TenantId is '{options.TenantId}'; give the id of the tenant whose people are let in";
        }

        var credentials = new[] { options.ClientSecret, options.ManagedIdentityClientId }.Count(value => !string.IsNullOrWhiteSpace(value));
        if (credentials != 1)
        {
            yield return $"Admin sets {credentials} of ClientSecret and ManagedIdentityClientId; exactly one is needed";
        }

        if (!IsHttps(options.Authority))
        {
            yield return $"Admin:Authority is '{options.Authority}'; give an https address";
        }

        foreach (var (key, value) in new[] { ("Authority", options.Authority), ("AuthorizationEndpoint", options.AuthorizationEndpoint) })
        {
            if (cloud.Contradiction($"Admin:{key}", value) is { } problem)
            {
                yield return problem;
            }
        }

        if (options.AuthorizationEndpoint is { Length: > 0 } endpoint && !IsHttps(endpoint) && !IsPlainLoopback(endpoint))
        {
            yield return $"Admin:AuthorizationEndpoint is '{endpoint}'; give an https address, or http on a loopback host";
        }

        if (options.PublicUrl is { Length: > 0 } address && (!IsHttps(address) || new Uri(address).PathAndQuery != "/"))
        {
            yield return $"Admin:PublicUrl is '{address}'; give an https address without a path, such as https://connect.example.org";
        }

        if (options.TeamsResource is { Length: > 0 } resource && !resource.StartsWith("api://", StringComparison.Ordinal))
        {
            var example = $"api://connect.example.org/{options.ClientId}";
            yield return $"Admin:TeamsResource is '{resource}'; give the application's id URI, such as {example}";
        }

        if (options.KeyVaultKey is { Length: > 0 } vaultKey && !WrappingKey.IsAddress(vaultKey, cloud))
        {
            yield return $"Admin:KeyVaultKey is '{vaultKey}'; give the address of a key without a version, such as "
                + $"https://VAULT.{cloud.KeyVaultSuffix}/keys/NAME";
        }

        if (ExtraCertificateAuthorities.Problem(options.ExtraCaFile) is { } wrong)
        {
            yield return $"Admin:ExtraCaFile is '{options.ExtraCaFile}'; {wrong}";
        }

        if (options.SessionHours is < 1 or > 12)
        {
            yield return $"Admin:SessionHours is {options.SessionHours}; allowed are 1 to 12";
        }
    }

    private static bool IsHttps(string value) => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    private static bool IsPlainLoopback(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback;
}
