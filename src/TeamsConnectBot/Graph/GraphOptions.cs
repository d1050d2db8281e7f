using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.Graph;

/// <summary>How the service reaches Microsoft Graph. One credential is named: a secret, a certificate or a managed identity.</summary>
internal sealed class GraphOptions
{
    public const string Section = "Graph";

    /// <summary>
    /// The version root, without a trailing slash. Plain http is allowed for a loopback host only. Empty means version 1.0 of the Graph of
    /// <c>Cloud</c>.
    /// </summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>The scope of the token. Empty means that of <c>Cloud</c>.</summary>
    public string Scope { get; set; } = "";

    /// <summary>Where tokens are requested. Empty means the authority of <c>Cloud</c>.</summary>
    public string AuthorityHost { get; set; } = "";

    /// <summary>The Entra tenant; must be set, except with a managed identity.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The app registration that calls Graph; must be set, except with a managed identity.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>A client secret. Exactly one of this, a certificate and a managed identity must be set.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A PEM file, or a PFX without a password, with the private key.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The client id of a user-assigned managed identity.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>A PEM file with certificate authorities trusted beside the system's own.</summary>
    public string? ExtraCaFile { get; set; }

    /// <summary>The mailbox that organises the events and requests free/busy: the only one the app may write to. Must be set.</summary>
    public string ServiceMailbox { get; set; } = "";

    /// <summary>The maximum number of batches in flight, 1 to 8; fewer while Graph throttles.</summary>
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>Requests in one <c>$batch</c>, 1 to 20 (Graph's limit).</summary>
    public int BatchSize { get; set; } = 20;

    /// <summary>Mailboxes in one <c>getSchedule</c>, 1 to 20 (Graph's limit).</summary>
    public int SchedulesPerRequest { get; set; } = 20;

    /// <summary>How long one attempt may take, 1 second to 5 minutes.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Retries after the first attempt, 0 to 10.</summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>The first backoff when Graph gives no <c>Retry-After</c>, up to 30 seconds; it doubles, with jitter.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest <c>Retry-After</c> that is honoured, up to 10 minutes; a longer one ends the call as throttled.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>Fills every address that was left out.</summary>
    internal void FillFrom(MicrosoftCloud cloud)
    {
        BaseUrl = Or(BaseUrl, $"{cloud.Graph}/v1.0");
        Scope = Or(Scope, cloud.GraphScope);
        AuthorityHost = Or(AuthorityHost, cloud.Authority);
    }

    private static string Or(string given, string ofCloud) => string.IsNullOrWhiteSpace(given) ? ofCloud : given;
}
