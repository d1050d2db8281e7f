using System.Net;
using Microsoft.Extensions.Options;

namespace TeamsConnectBot.Admin.Web;

/// <summary>
/// Behind a proxy a request names whatever host its sender liked. The page goes by the address it was given, and without one
/// answers nobody but loopback.
/// </summary>
internal sealed class PublicAddress(IOptions<AdminOptions> options)
{
    private readonly Uri? address = options.Value.PublicUrl is { Length: > 0 } given ? new Uri(given) : null;

    /// <summary>Whether the request may be answered; makes it name the public address.</summary>
    public bool Accept(HttpContext context)
    {
        if (address is null)
        {
            return IsLoopback(context.Request.Host.Host) && context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from);
        }

        context.Request.Scheme = address.Scheme;
        context.Request.Host = new HostString(address.Authority);
        return true;
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
}
