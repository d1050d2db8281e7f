namespace TeamsConnectBot.Signals;

/// <summary>
/// At start, asks the works council about every source that was switched on in the settings, so that they need not wait for the night on
/// which it would be read.
/// </summary>
internal sealed class SourceRequests(SignalApprovals approvals) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var source in Enum.GetValues<SignalSource>().Where(approvals.IsOn))
        {
            await approvals.MayReadAsync(source, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
