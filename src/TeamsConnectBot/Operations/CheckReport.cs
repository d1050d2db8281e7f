using TeamsConnectBot.Operations.Checks;

namespace TeamsConnectBot.Operations;

/// <summary>Where the results of the checks go.</summary>
internal abstract class CheckReport
{
    private readonly List<(Check Check, CheckResult Result)> results = [];

    protected IReadOnlyList<(Check Check, CheckResult Result)> Results => results;

    protected int ExitCode => Count(CheckState.Wrong) == 0 ? 0 : 1;

    /// <summary>Called before a check starts, because it can take a while.</summary>
    public virtual Task BeginAsync(Check check) => Task.CompletedTask;

    public async Task AddAsync(Check check, CheckResult result)
    {
        results.Add((check, result));
        await ShowAsync(check, result);
    }

    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await FinishAsync();
        return ExitCode;
    }

    protected virtual Task ShowAsync(Check check, CheckResult result) => Task.CompletedTask;

    protected abstract Task FinishAsync();

    protected int Count(CheckState state) => results.Count(one => one.Result.State == state);
}
