using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Faults;

/// <summary>Counts the service's requests, adds latency, and applies fault rules and kill points.</summary>
internal sealed class FaultMiddleware(
    FaultRules faults, SandboxOptions options, RequestCounters counters, Func<PathString, bool> isTenantPath)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!isTenantPath(context.Request.Path))
        {
            await next(context);
            return;
        }

        using var counted = counters.Begin();
        var kill = faults.Count();
        if (kill is { AfterHandling: false })
        {
            kill.Kill();
            context.Abort();
            return;
        }

        if (options.Latency > TimeSpan.Zero)
        {
            await Task.Delay(options.Latency, TimeProvider.System, context.RequestAborted);
        }

        if (faults.Take(context.Request.Method, context.Request.Path) is { } rule)
        {
            await ApplyAsync(rule, context, next);
            kill?.Kill();
        }
        else if (kill is not null)
        {
            // The service is killed before the connection breaks, so that nobody sees the break while the service still runs.
            await HandleWithoutAnswerAsync(context, next);
            kill.Kill();
            context.Abort();
        }
        else
        {
            await next(context);
        }
    }

    private static async Task ApplyAsync(FaultRule rule, HttpContext context, RequestDelegate next)
    {
        await Task.Delay(rule.Delay, TimeProvider.System, context.RequestAborted);
        await (rule.Until ?? Task.CompletedTask).WaitAsync(context.RequestAborted);
        if (rule is { Status: null, Abort: false })
        {
            await next(context);
            return;
        }

        if (rule.AfterHandling)
        {
            await HandleWithoutAnswerAsync(context, next);
        }

        if (rule.Status is not { } status || rule.Abort)
        {
            context.Abort();
            return;
        }

        context.Response.Headers.Clear();
        context.Response.StatusCode = status;
        foreach (var (name, value) in rule.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (rule.Body.Length > 0)
        {
            context.Response.ContentType = rule.ContentType;
            await context.Response.WriteAsync(rule.Body);
        }
    }

    // The request takes effect, but its response is discarded.
    private static async Task HandleWithoutAnswerAsync(HttpContext context, RequestDelegate next)
    {
        var real = context.Response.Body;
        context.Response.Body = new MemoryStream();
        await next(context);
        context.Response.Body = real;
    }
}
