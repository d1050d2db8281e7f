using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace TeamsConnectBot.Telemetry;

internal static class TelemetryFeature
{
    // The tags of these meters are hosts, routes and statuses. Request traces are not exported, because their URLs identify people.
    public static readonly IReadOnlyList<string> FrameworkMeters = ["Microsoft.AspNetCore.Hosting", "System.Net.Http", "System.Runtime"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ServiceMetrics>();

        // Before anything that can fail at start, such as a database that a newer version has changed.
        services.AddHostedService<VersionLog>();
        services.AddOptions<TelemetryOptions>().Bind(configuration.GetSection(TelemetryOptions.Section))
            .Validate(
                options => options.OtlpEndpoint.Length == 0 || options.Endpoint is { Scheme: "http" or "https" },
                "Telemetry:OtlpEndpoint must be an http or https address such as http://127.0.0.1:4317, or empty")
            .ValidateOnStart();
        var options = configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        if (options.Endpoint is { } endpoint)
        {
            services.AddSingleton(_ => Create(endpoint));
            services.AddHostedService<TelemetryExport>();
        }

        return services;
    }

    private static OpenTelemetrySdk Create(Uri endpoint)
    {
        void To(OtlpExporterOptions exporter) => exporter.Endpoint = endpoint;
        return OpenTelemetrySdk.Create(telemetry => telemetry
            .ConfigureResource(resource => resource.AddService(ServiceMetrics.SourceName, serviceVersion: ServiceVersion.Text))
            .WithMetrics(metrics => metrics.AddMeter(WorkInFlight.MeterName).AddMeter([.. FrameworkMeters]).AddOtlpExporter(To))
            .WithTracing(traces => traces.AddSource(ServiceMetrics.SourceName).AddOtlpExporter(To)));
    }
}

/// <summary>Starts exporting with the service, and flushes when it stops.</summary>
internal sealed class TelemetryExport(OpenTelemetrySdk telemetry, ServiceMetrics metrics) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        metrics.ReportZeros();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        telemetry.Dispose();
        return Task.CompletedTask;
    }
}
