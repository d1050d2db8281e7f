using TeamsConnectBot.Sandbox.Clock;

namespace TeamsConnectBot.Sandbox.Launch.Processes;

/// <summary>
/// The service as processes beside the tenant, on its clock. Whoever looks for the service while it is dead waits for the
/// next one.
/// </summary>
internal sealed class ServiceProcesses : IServicePulse, IAsyncDisposable
{
    private readonly SandboxServer tenant;
    private readonly LaunchOptions options;
    private readonly string clockFile;
    private readonly Lock gate = new();
    private Task<ServiceProcess> current;

    private ServiceProcesses(SandboxServer tenant, LaunchOptions options, string clockFile)
    {
        (this.tenant, this.options, this.clockFile) = (tenant, options, clockFile);
        Clock = new SharedClock(clockFile);
        Clock.Stand(tenant.Tenant.Clock.GetUtcNow());
        tenant.Tenant.Clock.Moved += Clock.Stand;
        tenant.Channel.WhereNow = async _ => (await CurrentAsync()).Url;
        current = LaunchAsync();
    }

    public SharedClock Clock { get; }

    /// <summary>How often it was killed.</summary>
    public int Kills { get; private set; }

    public static async Task<ServiceProcesses> StartAsync(SandboxServer tenant, LaunchOptions options, string clockFile)
    {
        var processes = new ServiceProcesses(tenant, options, clockFile);
        tenant.ConnectService((await processes.current).Url);
        return processes;
    }

    /// <summary>Kills the process on the spot, and starts the next.</summary>
    public void KillAndRestart()
    {
        lock (gate)
        {
            Kills++;
            var died = current;
            died.Result.Kill();
            current = RestartAsync(died.Result);
        }
    }

    public async Task<Pulse> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await (await current).LookAsync(cancellationToken);
        }
        catch (ServiceEndedException) when (Kills > 0)
        {
            return Pulse.Working;
        }
    }

    public async Task WakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await (await current).WakeAsync(cancellationToken);
        }
        catch (ServiceEndedException) when (Kills > 0)
        {
            // The next one looks at the clock when it starts.
        }
    }

    /// <summary>The process that runs now, or the next.</summary>
    public Task<ServiceProcess> CurrentAsync() => current;

    public async ValueTask DisposeAsync()
    {
        tenant.Tenant.Clock.Moved -= Clock.Stand;
        await (await current).DisposeAsync();
        Clock.Dispose();
    }

    private async Task<ServiceProcess> RestartAsync(ServiceProcess died)
    {
        await died.DisposeAsync();

        // Long enough for a cluster to see that a process is gone.
        await Task.Yield();
        tenant.Tenant.Clock.Advance(TimeSpan.FromSeconds(15));
        return await LaunchAsync();
    }

    private Task<ServiceProcess> LaunchAsync() => ServiceProcess.StartAsync(clockFile, ServiceSettings.For(tenant, options));
}
