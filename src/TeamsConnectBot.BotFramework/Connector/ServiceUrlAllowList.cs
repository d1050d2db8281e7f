namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// The hosts a bearer token may be sent to. The service URL comes from outside, so without this list its sender would be given a token. An
/// entry is a host or <c>host:port</c>; without a port it means 443, or any port of a loopback host. Plain http is allowed only for a
/// listed loopback host.
/// </summary>
internal sealed class ServiceUrlAllowList(IEnumerable<string> entries)
{
    private readonly HashSet<string> authorities = new(entries.Select(entry => entry.Trim()), StringComparer.OrdinalIgnoreCase);

    public bool Allows(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && address is { Query: "", Fragment: "" } && AllowsHostOf(address);

    /// <summary>Whether a request may go to the host of this address.</summary>
    public bool AllowsHostOf(Uri address) =>
        address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && (authorities.Contains($"{address.Host}:{address.Port}")
            || (authorities.Contains(address.Host) && (address.IsLoopback || address.Port == 443)));
}
