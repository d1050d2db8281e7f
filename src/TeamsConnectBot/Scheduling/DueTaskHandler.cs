using TeamsConnectBot.Data;

namespace TeamsConnectBot.Scheduling;

/// <summary>What a feature does when a task of a kind is due. It must be safe to run twice: a crash may leave the task's row in place.</summary>
/// <param name="WaitsForGraph">Whether the task is held while the circuit to Graph is open.</param>
internal sealed record DueTaskHandler(DueTaskKind Kind, bool WaitsForGraph, Func<DueTask, CancellationToken, Task> RunAsync);

internal static class DueTaskRegistration
{
    /// <summary>Registers what runs the due tasks of a kind. Each kind has exactly one handler.</summary>
    public static IServiceCollection AddDueTask<TRunner>(
        this IServiceCollection services, DueTaskKind kind, Func<TRunner, DueTask, CancellationToken, Task> run, bool waitsForGraph = false)
        where TRunner : class => services.AddSingleton(provider => new DueTaskHandler(
            kind, waitsForGraph, (task, cancellationToken) => run(provider.GetRequiredService<TRunner>(), task, cancellationToken)));
}
