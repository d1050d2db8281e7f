namespace TeamsConnectBot.Admin.Web;

/// <summary>Turns an unhandled exception into the error page; the exception is in the log.</summary>
internal sealed partial class PageFailures(RequestDelegate next, ILogger<PageFailures> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (
            !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested && failure is not BadHttpRequestException)
        {
            Log.Failed(logger, failure);
            (context.Response.ContentType, context.Response.ContentLength) = (null, null);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "An admin page failed with an unhandled exception; the user sees the error page")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
