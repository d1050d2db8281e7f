namespace TeamsConnectBot.Sandbox.Launch.Processes;

/// <summary>
/// The service as processes beside the tenant, on its clock. Whoever looks for the service while it is dead waits for the
/// next one.
/// </summary>
internal sealed class ServiceProcesses : IServicePulse, IAsyncDisposable
{
    // A look costs both processes something.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly SandboxServer tenant;
    private readonly LaunchOptions options;
    private readonly Lock gate = new();
    private Task<ServiceProcess> current;

    private ServiceProcesses(SandboxServer tenant, LaunchOptions options)
    {
        (this.tenant, this.options) = (tenant, options);
        tenant.Tenant.Clock.Moved += Move;
        tenant.Channel.WhereNow = async _ => (await CurrentAsync()).Url;
        current = LaunchAsync();
    }

    /// <summary>How often it was killed.</summary>
    public int Kills { get; private set; }

    // One that does not even start is no kill, and its log says why.
    private bool IsBetweenTwo => Kills > 0 && !current.IsFaulted;

    public static async Task<ServiceProcesses> StartAsync(SandboxServer tenant, LaunchOptions options)
    {
        var processes = new ServiceProcesses(tenant, options);
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
            await Task.Delay(Look, cancellationToken);
            return await (await current).LookAsync(cancellationToken);
        }
        catch (ServiceEndedException) when (IsBetweenTwo)
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
        catch (ServiceEndedException) when (IsBetweenTwo)
        {
            // The next one looks at the clock when it starts.
        }
    }

    /// <summary>The process that runs now, or the next.</summary>
    public Task<ServiceProcess> CurrentAsync() => current;

    public async ValueTask DisposeAsync()
    {
        tenant.Tenant.Clock.Moved -= Move;
        await (await current).DisposeAsync();
    }

    private async Task<ServiceProcess> RestartAsync(ServiceProcess died)
    {
        await died.DisposeAsync();

        // Long enough for a cluster to see that a process is gone.
        await Task.Yield();
        tenant.Tenant.Clock.Advance(TimeSpan.FromSeconds(15));
        return await LaunchAsync();
    }

    private async Task<ServiceProcess> LaunchAsync()
    {
        var started = await ServiceProcess.StartAsync(tenant.Tenant.Clock.GetUtcNow(), ServiceSettings.For(tenant, options));

        // The clock may have moved meanwhile.
        started.MoveTo(tenant.Tenant.Clock.GetUtcNow());
        return started;
    }

    // The next process starts with the clock as it is then.
    private void Move(DateTimeOffset at)
    {
        if (current is not { IsCompletedSuccessfully: true, Result: { HasEnded: false } running })
        {
            return;
        }

        try
        {
            running.MoveTo(at);
        }
        catch (ServiceEndedException) when (IsBetweenTwo)
        {
            // It was killed just now.
        }
    }
}
