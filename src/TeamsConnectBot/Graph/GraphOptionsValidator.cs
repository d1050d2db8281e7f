using Microsoft.Extensions.Options;

namespace TeamsConnectBot.Graph;

/// <summary>Refuses to start with a key, its value and what would be allowed. A secret's value is never shown.</summary>
internal sealed class GraphOptionsValidator : IValidateOptions<GraphOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphOptions options)
    {
        var wrong = new List<string>();

        CheckUrl(nameof(options.BaseUrl), options.BaseUrl, plainLoopback: true);
        CheckHost(nameof(options.AuthorityHost), options.AuthorityHost);
        CheckUrl(nameof(options.Scope), options.Scope, plainLoopback: false);
        CheckMailbox(options.ServiceMailbox);
        CheckCredential(options);
        CheckFile(nameof(options.CertificatePath), options.CertificatePath);
        CheckFile(nameof(options.ExtraCaFile), options.ExtraCaFile);
        CheckRange(nameof(options.MaxConcurrency), options.MaxConcurrency, 1, 8);
        CheckRange(nameof(options.BatchSize), options.BatchSize, 1, 20);
        CheckRange(nameof(options.SchedulesPerRequest), options.SchedulesPerRequest, 1, 20);
        CheckRange(nameof(options.MaxRetries), options.MaxRetries, 0, 10);
        CheckRange(nameof(options.RequestTimeout), options.RequestTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        CheckRange(nameof(options.RetryDelay), options.RetryDelay, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        CheckRange(nameof(options.MaxRetryAfter), options.MaxRetryAfter, TimeSpan.Zero, TimeSpan.FromMinutes(10));

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Refuse(string key, object? value, string allowed) => wrong.Add($"{GraphOptions.Section}:{key} is '{value}'; allowed: {allowed}.");

        void CheckUrl(string key, string value, bool plainLoopback)
        {
            var fits = Uri.TryCreate(value, UriKind.Absolute, out var uri)
                && (uri.Scheme == Uri.UriSchemeHttps || (plainLoopback && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
            if (!fits)
            {
                Refuse(key, value, plainLoopback ? "an https URL, or http on a loopback host" : "an https URL");
            }
        }

        // Azure.Identity drops a path without a word.
        void CheckHost(string key, string value)
        {
            if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.PathAndQuery != "/")
            {
                Refuse(key, value, "an https URL of a host alone, such as https://login.microsoftonline.com/");
            }
        }

        void CheckMailbox(string value)
        {
            if (!value.Contains('@', StringComparison.Ordinal) || value.Any(char.IsWhiteSpace))
            {
                Refuse(nameof(options.ServiceMailbox), value, "the address of the mailbox that organises the events");
            }
        }

        void CheckCredential(GraphOptions o)
        {
            string?[] credentials = [o.ClientSecret, o.CertificatePath, o.ManagedIdentityClientId];
            var named = credentials.Count(c => !string.IsNullOrWhiteSpace(c));
            if (named != 1)
            {
                Refuse("credential", $"{named} credentials", "exactly one of ClientSecret, CertificatePath, ManagedIdentityClientId");
            }

            if (!string.IsNullOrWhiteSpace(o.ManagedIdentityClientId))
            {
                return;
            }

            if (string.IsNullOrWhiteSpace(o.TenantId))
            {
                Refuse(nameof(o.TenantId), o.TenantId, "the Entra tenant's id");
            }

            if (string.IsNullOrWhiteSpace(o.ClientId))
            {
                Refuse(nameof(o.ClientId), o.ClientId, "the app registration's client id");
            }
        }

        void CheckFile(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value) && !File.Exists(value))
            {
                Refuse(key, value, "a file that exists");
            }
        }

        void CheckRange<T>(string key, T value, T least, T most) where T : IComparable<T>
        {
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            {
                Refuse(key, value, $"{least} to {most}");
            }
        }
    }
}
