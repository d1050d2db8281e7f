namespace TeamsConnectBot.Scheduling;

/// <summary>
/// The phases of a sweep, in order: tasks come first because they plan messages, and edits come last because they are no news.
/// </summary>
internal enum SweepPhase
{
    /// <summary>Resolves what a process that died left unfinished. It runs once, before anything else.</summary>
    Recover,
    Tasks,
    Messages,
    Edits,
}

/// <summary>One step of a sweep.</summary>
/// <param name="RunAsync">Does what is due in a shard, or in all for null; returns whether there was anything to do.</param>
internal sealed record SweepStep(SweepPhase Phase, Func<int?, CancellationToken, Task<bool>> RunAsync);

internal static class SweepStepRegistration
{
    public static IServiceCollection AddSweepStep<TWorker>(
        this IServiceCollection services, SweepPhase phase, Func<TWorker, int?, CancellationToken, Task<bool>> run)
        where TWorker : class => services.AddSingleton(provider => new SweepStep(
            phase, (shard, cancellationToken) => run(provider.GetRequiredService<TWorker>(), shard, cancellationToken)));
}
