using System.Threading.Channels;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>Sends each new version of the tenant to a page, as server-sent events; simultaneous changes are combined.</summary>
internal static class ChangeStream
{
    public static async Task RunAsync(TenantChanges changes, HttpContext context, CancellationToken stopping)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);

        // Only a signal: two simultaneous changes may arrive in the wrong order, so the version is read when it is sent.
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
                var message = string.Create(CultureInfo.InvariantCulture, $"event: version\ndata: {changes.Version}\n\n");
                await context.Response.WriteAsync(message, ends.Token);
                await context.Response.Body.FlushAsync(ends.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the Sandbox is shutting down.
        }
        finally
        {
            changes.Changed -= Tell;
        }
    }
}
