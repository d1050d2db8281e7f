using TeamsConnectBot.Data;

namespace TeamsConnectBot.Scheduling;

/// <summary>What a feature does when a task of a kind is due. It must be idempotent: after a crash the task runs again.</summary>
/// <param name="WaitsForGraph">Whether the task is postponed while the circuit to Graph is open.</param>
internal sealed record DueTaskHandler(DueTaskKind Kind, bool WaitsForGraph, Func<DueTask, CancellationToken, Task> RunAsync);

internal static class DueTaskRegistration
{
    /// <summary>Registers the handler of a kind of due task. Each kind has exactly one.</summary>
    public static IServiceCollection AddDueTask<TRunner>(
        this IServiceCollection services, DueTaskKind kind, Func<TRunner, DueTask, CancellationToken, Task> run, bool waitsForGraph = false)
        where TRunner : class => services.AddSingleton(provider => new DueTaskHandler(
            kind, waitsForGraph, (task, cancellationToken) => run(provider.GetRequiredService<TRunner>(), task, cancellationToken)));
}
