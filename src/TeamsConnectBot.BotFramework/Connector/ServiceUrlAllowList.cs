namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// The hosts a bearer token may be sent to. The service URL arrives from outside; without a list, whoever chooses it would be
/// given a token. An entry is a host or <c>host:port</c>; without a port it means 443, or any port of a loopback host. Plain
/// http is for a listed loopback host only.
/// </summary>
internal sealed class ServiceUrlAllowList
{
    /// <summary>
    /// Teams' own hosts by cloud. smba.trafficmanager.net is exact on purpose: anybody can rent a name beside it.
    /// </summary>
    public static readonly string[] Default =
    [
        "smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us", "api.botframework.com",
    ];

    private readonly HashSet<string> _authorities = new(StringComparer.OrdinalIgnoreCase);

    public ServiceUrlAllowList(IEnumerable<string> entries)
    {
        foreach (var entry in entries) _authorities.Add(entry.Trim());
    }

    public bool Allows(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && Allows(address);

    /// <summary>Whether a request may go to the host of its address.</summary>
    public bool AllowsHostOf(Uri address)
    {
        if (address.UserInfo.Length > 0) return false;
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) return false;
        if (_authorities.Contains($"{address.Host}:{address.Port}")) return true;
        return _authorities.Contains(address.Host) && (address.IsLoopback || address.Port == 443);
    }

    private bool Allows(Uri address) => address.Query.Length == 0 && address.Fragment.Length == 0 && AllowsHostOf(address);
}
