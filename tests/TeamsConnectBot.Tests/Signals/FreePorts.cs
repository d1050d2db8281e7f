using System.Net;
using System.Net.Sockets;

namespace TeamsConnectBot.Tests.Signals;

/// <summary>
/// Ports for a service whose address Graph must know before it starts. They lie below the ephemeral range, in which a free port
/// may be taken a moment later.
/// </summary>
internal static class FreePorts
{
    private static int last = 20_000 + (Environment.ProcessId % 10_000);

    public static int Next()
    {
        while (true)
        {
            try
            {
                var port = Interlocked.Increment(ref last);
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
            }
        }
    }
}
