using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Faults;

/// <summary>Counts the service's requests, adds latency, and lets rules and kills act on them.</summary>
internal sealed class FaultMiddleware(FaultRules faults, SandboxOptions options, RequestCounters counters, Func<PathString, bool> isTenantPath)
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
            // Dead before the connection breaks: nobody may see the break and find the service still there.
            await HandleUnseenAsync(context, next);
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
            await HandleUnseenAsync(context, next);
        }

        if (rule.Abort)
        {
            context.Abort();
            return;
        }

        context.Response.Headers.Clear();
        context.Response.StatusCode = rule.Status!.Value;
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

    // The request takes effect, but what it answers goes nowhere.
    private static async Task HandleUnseenAsync(HttpContext context, RequestDelegate next)
    {
        var real = context.Response.Body;
        context.Response.Body = new MemoryStream();
        await next(context);
        context.Response.Body = real;
    }
}
