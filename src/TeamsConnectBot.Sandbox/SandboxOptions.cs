using TeamsConnectBot.Sandbox.Graph;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox;

/// <summary>How the simulated tenant is set up and behaves.</summary>
internal sealed class SandboxOptions
{
    /// <summary>The folder for the sandbox's certificate authority.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The organisation; by default one of 60 people, generated from <see cref="Seed"/>.</summary>
    public OrganisationData? Organisation { get; init; }

    /// <summary>The cloud the tenant is in.</summary>
    public TenantCloud Cloud { get; init; } = TenantCloud.Public;

    public int People { get; init; } = 60;

    public ulong Seed { get; init; } = 1;

    /// <summary>Where the simulated clock starts.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The HTTP port for Graph, Teams and the page; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>Latency added to every request, on the real clock.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>The application permissions an administrator consented to; requests that need another one get a 403.</summary>
    public IReadOnlyCollection<string> GrantedPermissions { get; set; } = GraphPermissions.All;

    /// <summary>
    /// Whether the calendar permissions were consented to in Entra, for every mailbox, and not given by Exchange's roles. Only then does a
    /// token name them, and <see cref="InExchangeScope"/> has no effect.
    /// </summary>
    public bool ConsentsToCalendarsInEntra { get; set; }

    /// <summary>Whose free/busy Exchange's role lets the app read.</summary>
    public Func<Person, bool> InExchangeScope { get; set; } = _ => true;

    /// <summary>Where the service mailbox can make online meetings; empty when it has no licence with Teams.</summary>
    public IReadOnlyList<string> OnlineMeetingProviders { get; set; } = ["teamsForBusiness"];

    /// <summary>The page size of Graph lists when the request does not specify one.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>The response to a repeated <c>transactionId</c>; Graph's real response is not documented.</summary>
    public DuplicateTransaction DuplicateTransaction { get; set; } = DuplicateTransaction.Created;

    /// <summary>Whether changing the time zone of a series is refused, as has been reported of the real Graph.</summary>
    public bool RefusesZoneOfSeries { get; set; }

    /// <summary>The version of the app's manifest: where people can add the app, and whether they can ask it in private.</summary>
    public Version ManifestVersion { get; set; } = new(1, 29);

    /// <summary>
    /// Whether the app's manifest says that the bot supports files. Teams' documentation only says that nothing works without it; here it
    /// refuses them.
    /// </summary>
    public bool SupportsFiles { get; set; } = true;

    /// <summary>Whether messages that one person sees are refused, as in a tenant that does not have them yet.</summary>
    public bool RefusesTargetedMessages { get; set; }

    public ReportOptions Reports { get; } = new();

    /// <summary>The connector's rate limit for the app, in requests per second; null for no limit.</summary>
    public int? ConnectorRequestsPerSecond { get; set; } = 50;

    /// <summary>Whether the connector keeps its rate limits for a conversation, which follow the real clock.</summary>
    public bool LimitsConversations { get; set; } = true;

    /// <summary>Maps more endpoints, such as the page.</summary>
    public Action<WebApplication, SandboxServer>? MapMore { get; set; }

    /// <summary>The permissions that a token for Graph names.</summary>
    internal IEnumerable<string> TokenRoles => ConsentsToCalendarsInEntra
        ? GrantedPermissions
        : GrantedPermissions.Where(role => !role.StartsWith("Calendars.", StringComparison.Ordinal));

    /// <summary>Whether the app's permissions let it see the subjects of other meetings.</summary>
    internal bool SeesSubjects => GrantedPermissions.Contains("Calendars.Read") || GrantedPermissions.Contains("Calendars.ReadWrite");

    internal OrganisationData ReadOrganisation() => Organisation ?? GeneratedOrganisation.Create(People, Seed);
}
