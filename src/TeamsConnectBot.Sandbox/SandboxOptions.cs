using TeamsConnectBot.Sandbox.Graph;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox;

/// <summary>What the tenant in a box is like.</summary>
internal sealed class SandboxOptions
{
    /// <summary>Where the sandbox keeps its certificate authority.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The people; by default 60 made from <see cref="Seed"/>.</summary>
    public OrganisationData? Organisation { get; init; }

    public int People { get; init; } = 60;

    public ulong Seed { get; init; } = 1;

    /// <summary>Where the business clock starts.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The plain HTTP port for Graph, Teams and the page; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Added to every request, on the real clock.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Application permissions an administrator consented to; a route that needs another answers 403.</summary>
    public IReadOnlyCollection<string> GrantedPermissions { get; set; } = GraphPermissions.All;

    /// <summary>Members a page holds where the request names no size.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>What a repeated <c>transactionId</c> is answered with; the real answer isn't documented.</summary>
    public DuplicateTransaction DuplicateTransaction { get; set; } = DuplicateTransaction.Created;

    /// <summary>Whether a change of a series' zone is refused, as has been reported of the real one.</summary>
    public bool RefusesZoneOfSeries { get; set; }

    public ReportOptions Reports { get; } = new();

    /// <summary>Requests a second the connector takes from the app; null for any number.</summary>
    public int? ConnectorRequestsPerSecond { get; set; } = 50;

    /// <summary>Messages a second one conversation takes; null for any number.</summary>
    public int? ConversationRequestsPerSecond { get; set; } = 7;

    /// <summary>More endpoints on the plain listener: the page.</summary>
    public Action<WebApplication, SandboxServer>? MapMore { get; init; }

    /// <summary>Whether the app's permissions show it the subjects of other meetings.</summary>
    internal bool SeesSubjects => GrantedPermissions.Contains("Calendars.Read") || GrantedPermissions.Contains("Calendars.ReadWrite");

    internal OrganisationData ReadOrganisation() => Organisation ?? GeneratedOrganisation.Create(People, Seed);
}
