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
        var versions = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        void Tell(long version) => versions.Writer.TryWrite(version);
        changes.Changed += Tell;
        try
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.CacheControl = "no-store";
            Tell(changes.Version);
            await foreach (var version in versions.Reader.ReadAllAsync(ends.Token))
            {
                await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"event: version\ndata: {version}\n\n"), ends.Token);
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
