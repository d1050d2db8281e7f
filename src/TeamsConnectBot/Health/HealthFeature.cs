using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Health;

internal static class HealthFeature
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<CachedChecks>();
        var checks = services.AddHealthChecks();
        Add<DatabaseHealth>(checks, "database");
        Add<SchedulerHealth>(checks, "scheduler");
        Add<GraphTokenHealth>(checks, "graph");
        Add<TeamsTokenHealth>(checks, "teams");
        Add<DeliveryHealth>(checks, "delivery");
        return services;
    }

    /// <summary>'Live' means that the process answers, 'ready' that it can do its work. The log says why it cannot.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static void Add<TCheck>(IHealthChecksBuilder checks, string name)
        where TCheck : IHealthCheck =>
        checks.Add(new HealthCheckRegistration(name, services => services.GetRequiredService<CachedChecks>().Of<TCheck>(), null, null));

    // Besides the status words, the response contains the reason if it may be public, the age of cached results, and the clock skew.
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var said = new Dictionary<string, object>(
            report.Entries.Select(entry => KeyValuePair.Create<string, object>(entry.Key, Word(entry.Value.Status))));
        AddIfAny(
            said, "why", report.Entries.Where(entry => entry.Value.Description is not null && entry.Value.Exception is null)
                .ToDictionary(entry => entry.Key, entry => entry.Value.Description!));
        AddIfAny(
            said, "secondsOld", report.Entries.Where(entry => entry.Value.Data.ContainsKey(CachedChecks.Age))
                .ToDictionary(entry => entry.Key, entry => entry.Value.Data[CachedChecks.Age]));
        if (context.RequestServices.GetRequiredService<SharedClock>().Skew is { } skew && skew.Duration() >= SharedClock.Least)
        {
            said["clockOffSeconds"] = Math.Round(skew.TotalSeconds, 1);
        }

        context.Response.ContentType = MediaTypeNames.Application.Json;
        return context.Response.WriteAsync(JsonSerializer.Serialize(said));
    }

    private static void AddIfAny<T>(Dictionary<string, object> said, string key, Dictionary<string, T> values)
    {
        if (values.Count > 0)
        {
            said[key] = values;
        }
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "failing",
    };
}
