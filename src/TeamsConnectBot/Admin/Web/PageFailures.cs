namespace TeamsConnectBot.Admin.Web;

/// <summary>Where a page broke off, its address gets the page that says so; why stands in the log.</summary>
internal sealed partial class PageFailures(RequestDelegate next, ILogger<PageFailures> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested && failure is not BadHttpRequestException)
        {
            Log.Failed(logger, failure);
            (context.Response.ContentType, context.Response.ContentLength) = (null, null);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A page of the admin pages broke off")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
