using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>The real service, started as it would run anywhere, on the tenant's clock.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningService(WebApplication app, SandboxServer tenant)
    {
        this.app = app;

        // Jobs may begin during the start, and what is in flight is counted from here on.
        Pulse = new ServicePulse(app.Services);
        Clock = new ClockDriver(tenant, Pulse);
    }

    public Uri Url { get; private set; } = null!;

    /// <summary>What the service is made of.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Looks into it.</summary>
    public ServicePulse Pulse { get; }

    /// <summary>Lets time pass, with everything due on the way done.</summary>
    public ClockDriver Clock { get; }

    public static async Task<RunningService> StartAsync(SandboxServer tenant, LaunchOptions options)
    {
        var app = ServiceHost.Build(
            ServiceSettings.For(tenant, options),
            builder =>
            {
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(tenant.Tenant.Clock));
                options.Adapt(builder);
            });
        var service = new RunningService(app, tenant);
        await app.StartAsync();
        service.Url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        tenant.ConnectService(service.Url);
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        Clock.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
