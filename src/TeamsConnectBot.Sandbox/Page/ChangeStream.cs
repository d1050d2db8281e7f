using System.Globalization;
using System.Threading.Channels;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>Tells a page each new version of the tenant, as server-sent events; many changes at once become one.</summary>
internal static class ChangeStream
{
    public static async Task RunAsync(TenantChanges changes, HttpContext context, CancellationToken stopping)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        // Only a signal: two changes at once may tell in the wrong order, so the version is read when it is sent.
        var signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        void Tell(long version) => signals.Writer.TryWrite(true);
        changes.Changed += Tell;
        try
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.CacheControl = "no-store";
            Tell(changes.Version);
            await foreach (var _ in signals.Reader.ReadAllAsync(ends.Token))
            {
                await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"event: version\ndata: {changes.Version}\n\n"), ends.Token);
                await context.Response.Body.FlushAsync(ends.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the Sandbox stops.
        }
        finally
        {
            changes.Changed -= Tell;
        }
    }
}
