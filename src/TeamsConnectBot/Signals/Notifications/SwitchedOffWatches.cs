namespace TeamsConnectBot.Signals.Notifications;

/// <summary>At start, ends remaining subscriptions if the organisation switched notifications off.</summary>
internal sealed class SwitchedOffWatches(InteractionWatches watches, IOptions<SignalsOptions> options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        options.Value.CopilotNotifications ? Task.CompletedTask : watches.EndAllAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
