using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace TeamsConnectBot.Health;

internal static class HealthFeature
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks();
        return services.AddSingleton<Readiness>();
    }

    /// <summary>'Live' means that the process answers, 'ready' that it can do its work.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.Map("/health/ready", (HttpContext context, Readiness readiness) => readiness.AnswerAsync(context)).AllowAnonymous();
    }
}
