namespace TeamsConnectBot.Sandbox.Launch.Processes;

/// <summary>
/// The service in a process of its own, on the tenant's clock, that can be killed. Its replacement runs in this process, on the
/// same database: it recovers just as well and starts faster. Meanwhile, calls wait until the replacement has started.
/// </summary>
internal sealed class KillableService : IServiceMonitor, IAsyncDisposable
{
    // The interval is not shorter, because every poll costs time in both processes.
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(5);

    // Long enough for a cluster to notice that a process has died.
    private static readonly TimeSpan DetectionTime = TimeSpan.FromSeconds(15);

    private readonly SandboxServer tenant;
    private readonly LaunchOptions options;
    private readonly ServiceProcess process;
    private readonly Lock gate = new();
    private Task<RunningService>? replacement;

    private KillableService(SandboxServer tenant, LaunchOptions options, ServiceProcess process)
    {
        (this.tenant, this.options, this.process) = (tenant, options, process);
        tenant.Tenant.Clock.Moved += MoveTo;
        tenant.Channel.FindServiceAsync = async _ => replacement is { } service ? (await service).Url : process.Url;
        tenant.Channel.Service = process.Url;

        // The clock may have moved while the process started.
        process.MoveTo(tenant.Tenant.Clock.GetUtcNow());
    }

    public int Kills { get; private set; }

    public static async Task<KillableService> StartAsync(SandboxServer tenant, LaunchOptions options) =>
        new(tenant, options, await ServiceProcess.StartAsync(tenant.Tenant.Clock.GetUtcNow(), ServiceSettings.For(tenant, options)));

    public void KillAndRestart()
    {
        lock (gate)
        {
            Kills++;
            process.Kill();
            replacement = StartReplacementAsync();
        }
    }

    public async Task<ServiceStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(replacement is null ? PollInterval : TimeSpan.Zero, cancellationToken);
        return await AskAsync(service => service.GetStatusAsync(cancellationToken), ServiceStatus.Working);
    }

    // Once killed, there is nothing to wake: the replacement checks the clock when it starts.
    public Task WakeSchedulerAsync(CancellationToken cancellationToken) => AskAsync(
        async service =>
        {
            await service.WakeSchedulerAsync(cancellationToken);
            return true;
        },
        whenKilled: false);

    public async ValueTask DisposeAsync()
    {
        tenant.Tenant.Clock.Moved -= MoveTo;
        await process.DisposeAsync();
        if (replacement is { } service)
        {
            await (await service).DisposeAsync();
        }
    }

    private async Task<T> AskAsync<T>(Func<IServiceMonitor, Task<T>> ask, T whenKilled)
    {
        try
        {
            return await ask(replacement is { } service ? (await service).Monitor : process);
        }
        catch (ServiceEndedException) when (Kills > 0)
        {
            return whenKilled;
        }
    }

    private async Task<RunningService> StartReplacementAsync()
    {
        await Task.Yield();
        tenant.Tenant.Clock.Advance(DetectionTime);
        return await RunningService.StartAsync(tenant, options);
    }

    private void MoveTo(DateTimeOffset at)
    {
        try
        {
            if (!process.HasEnded)
            {
                process.MoveTo(at);
            }
        }
        catch (ServiceEndedException) when (Kills > 0)
        {
            // The process has just been killed, so it has no clock to move.
        }
    }
}
