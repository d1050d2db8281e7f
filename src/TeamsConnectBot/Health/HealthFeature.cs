using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TeamsConnectBot.Health;

internal static class HealthFeature
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", timeout: Patience)
            .AddCheck<SchedulerHealth>("scheduler", timeout: Patience)
            .AddCheck<GraphTokenHealth>("graph", timeout: Patience)
            .AddCheck<TeamsTokenHealth>("teams", timeout: Patience)
            .AddCheck<DeliveryHealth>("delivery", timeout: Patience);
        return services;
    }

    /// <summary>'Live' says that the process answers; 'ready' that it can do its work. Neither says why not: the log does.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = MediaTypeNames.Application.Json;
        return context.Response.WriteAsync(JsonSerializer.Serialize(
            report.Entries.ToDictionary(entry => entry.Key, entry => Word(entry.Value.Status))));
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "failing",
    };
}
