using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>The real service, started in this process as it would run anywhere, but on the simulated clock.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningService(WebApplication app, SandboxServer tenant)
    {
        this.app = app;

        // Created before startup, during which jobs may already run, so that all work in flight is counted.
        Monitor = new ServiceMonitor(app.Services);
        Clock = new ClockDriver(tenant, Monitor);
    }

    public Uri Url { get; private set; } = null!;

    /// <summary>The service's dependency injection container.</summary>
    public IServiceProvider Services => app.Services;

    public ServiceMonitor Monitor { get; }

    public ClockDriver Clock { get; }

    public static async Task<RunningService> StartAsync(SandboxServer tenant, LaunchOptions options)
    {
        var app = ServiceHost.Build(
            ServiceSettings.For(tenant, options),
            builder =>
            {
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(tenant.Tenant.Clock));
                options.ConfigureHost(builder);
            });
        var service = new RunningService(app, tenant);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }

        service.Url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        tenant.Channel.Service = service.Url;
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        Clock.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
