namespace TeamsConnectBot.Sandbox.Launch.Processes;

/// <summary>
/// The service as a process beside the tenant, on its clock, that can be killed. The next one starts in this process, on the
/// same database: it finds what any other would, and is there sooner. Whoever looks for the service meanwhile waits for it.
/// </summary>
internal sealed class MortalService : IServicePulse, IAsyncDisposable
{
    // A look costs both processes something.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    // Long enough for a cluster to see that a process is gone.
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(15);

    private readonly SandboxServer tenant;
    private readonly LaunchOptions options;
    private readonly ServiceProcess mortal;
    private readonly Lock gate = new();
    private Task<RunningService>? next;

    private MortalService(SandboxServer tenant, LaunchOptions options, ServiceProcess mortal)
    {
        (this.tenant, this.options, this.mortal) = (tenant, options, mortal);
        tenant.Tenant.Clock.Moved += Move;
        tenant.Channel.WhereNow = async _ => next is { } born ? (await born).Url : mortal.Url;
        tenant.ConnectService(mortal.Url);

        // The clock may have moved while it started.
        mortal.MoveTo(tenant.Tenant.Clock.GetUtcNow());
    }

    /// <summary>How often it was killed.</summary>
    public int Kills { get; private set; }

    public static async Task<MortalService> StartAsync(SandboxServer tenant, LaunchOptions options) =>
        new(tenant, options, await ServiceProcess.StartAsync(tenant.Tenant.Clock.GetUtcNow(), ServiceSettings.For(tenant, options)));

    /// <summary>Kills the process on the spot, and starts the next.</summary>
    public void KillAndRestart()
    {
        lock (gate)
        {
            Kills++;
            mortal.Kill();
            next = StartNextAsync();
        }
    }

    public async Task<Pulse> LookAsync(CancellationToken cancellationToken)
    {
        if (next is { } born)
        {
            return await (await born).Pulse.LookAsync(cancellationToken);
        }

        try
        {
            await Task.Delay(Look, cancellationToken);
            return await mortal.LookAsync(cancellationToken);
        }
        catch (ServiceEndedException) when (Kills > 0)
        {
            return Pulse.Working;
        }
    }

    public async Task WakeAsync(CancellationToken cancellationToken)
    {
        if (next is { } born)
        {
            await (await born).Pulse.WakeAsync(cancellationToken);
            return;
        }

        try
        {
            await mortal.WakeAsync(cancellationToken);
        }
        catch (ServiceEndedException) when (Kills > 0)
        {
            // The next one looks at the clock when it starts.
        }
    }

    public async ValueTask DisposeAsync()
    {
        tenant.Tenant.Clock.Moved -= Move;
        await mortal.DisposeAsync();
        if (next is { } born)
        {
            await (await born).DisposeAsync();
        }
    }

    private async Task<RunningService> StartNextAsync()
    {
        await Task.Yield();
        tenant.Tenant.Clock.Advance(Unnoticed);
        return await RunningService.StartAsync(tenant, options);
    }

    private void Move(DateTimeOffset at)
    {
        if (mortal.HasEnded)
        {
            return;
        }

        try
        {
            mortal.MoveTo(at);
        }
        catch (ServiceEndedException) when (Kills > 0)
        {
            // It was killed just now.
        }
    }
}
