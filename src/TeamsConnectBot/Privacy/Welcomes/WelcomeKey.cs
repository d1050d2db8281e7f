namespace TeamsConnectBot.Privacy.Welcomes;

/// <summary>
/// Creates the key of <see cref="WelcomeMemory"/> at start instead of at the first erasure, so that every backup contains it: a list of
/// erased people that was written later can then be used on the restored database.
/// </summary>
internal sealed class WelcomeKey(WelcomeMemory memory) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => memory.KeyOfAsync("", cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
