using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.Graph;

/// <summary>
/// Stops the service at start if a setting is invalid; the message names the key, its value and what is allowed. A secret's value is never
/// shown.
/// </summary>
internal sealed class GraphOptionsValidator(MicrosoftCloud cloud) : IValidateOptions<GraphOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphOptions options)
    {
        var wrong = Checks(options).Where(check => !check.IsAllowed)
            .Select(check => $"{GraphOptions.Section}:{check.Key} is '{check.Value}'; allowed: {check.Allowed}.").ToList();
        (string Key, string Value)[] addresses =
        [
            (nameof(options.BaseUrl), options.BaseUrl), (nameof(options.Scope), options.Scope),
            (nameof(options.AuthorityHost), options.AuthorityHost),
        ];
        wrong.AddRange(addresses.Select(given => cloud.Contradiction($"{GraphOptions.Section}:{given.Key}", given.Value)).OfType<string>());
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private IEnumerable<(bool IsAllowed, string Key, object? Value, string Allowed)> Checks(GraphOptions o)
    {
        yield return (
            IsHttps(o.BaseUrl) || IsLoopback(o.BaseUrl), nameof(o.BaseUrl), o.BaseUrl, "an https URL, or http on a loopback host");

        // Azure.Identity silently drops a path.
        yield return (
            IsHttps(o.AuthorityHost) && new Uri(o.AuthorityHost).PathAndQuery == "/", nameof(o.AuthorityHost), o.AuthorityHost,
            $"an https URL of a host alone, such as {cloud.Authority}");
        yield return (IsHttps(o.Scope), nameof(o.Scope), o.Scope, "an https URL");
        yield return (
            o.ServiceMailbox.Contains('@', StringComparison.Ordinal) && !o.ServiceMailbox.Any(char.IsWhiteSpace), nameof(o.ServiceMailbox),
            o.ServiceMailbox, "the address of the mailbox that organises the events");

        string?[] credentials = [o.ClientSecret, o.CertificatePath, o.ManagedIdentityClientId];
        var set = credentials.Count(IsSet);
        yield return (
            set == 1, "credential", $"{set} credentials", "exactly one of ClientSecret, CertificatePath, ManagedIdentityClientId");
        var hasIdentity = IsSet(o.ManagedIdentityClientId);
        yield return (hasIdentity || IsSet(o.TenantId), nameof(o.TenantId), o.TenantId, "the Entra tenant's id");
        yield return (hasIdentity || IsSet(o.ClientId), nameof(o.ClientId), o.ClientId, "the app registration's client id");
        yield return (IsEmptyOrExists(o.CertificatePath), nameof(o.CertificatePath), o.CertificatePath, "a file that exists");
        yield return (
            ExtraCertificateAuthorities.Problem(o.ExtraCaFile) is null, nameof(o.ExtraCaFile), o.ExtraCaFile,
            "a file that exists and contains certificates in PEM form");

        yield return Range(nameof(o.MaxConcurrency), o.MaxConcurrency, 1, 8);
        yield return Range(nameof(o.BatchSize), o.BatchSize, 1, 20);
        yield return Range(nameof(o.SchedulesPerRequest), o.SchedulesPerRequest, 1, 20);
        yield return Range(nameof(o.MaxRetries), o.MaxRetries, 0, 10);
        yield return Range(nameof(o.RequestTimeout), o.RequestTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        yield return Range(nameof(o.RetryDelay), o.RetryDelay, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        yield return Range(nameof(o.MaxRetryAfter), o.MaxRetryAfter, TimeSpan.Zero, TimeSpan.FromMinutes(10));
    }

    private static (bool, string, object?, string) Range<T>(string key, T value, T min, T max) where T : IComparable<T> =>
        (value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0, key, value, $"{min} to {max}");

    private static bool IsHttps(string value) => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    private static bool IsLoopback(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback;

    private static bool IsSet(string? value) => !string.IsNullOrWhiteSpace(value);

    private static bool IsEmptyOrExists(string? path) => string.IsNullOrEmpty(path) || File.Exists(path);
}
