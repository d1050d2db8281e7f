using System.Net;

namespace TeamsConnectBot.Admin.Web;

/// <summary>
/// Behind a proxy the sender chooses the host that a request names. The page therefore uses its configured address, and without one
/// answers loopback only.
/// </summary>
internal sealed class PublicAddress(IOptions<AdminOptions> options)
{
    private readonly Uri? address = options.Value.PublicUrl is { Length: > 0 } given ? new Uri(given) : null;

    /// <summary>Whether the request may be answered; sets its scheme and host to the public address.</summary>
    public bool Accept(HttpContext context)
    {
        if (address is null)
        {
            return IsLoopback(context.Request.Host.Host) && context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from);
        }

        (context.Request.Scheme, context.Request.Host) = (address.Scheme, new HostString(address.Authority));
        return true;
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
}
