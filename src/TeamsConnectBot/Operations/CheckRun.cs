using TeamsConnectBot.Operations.Checks;

namespace TeamsConnectBot.Operations;

/// <summary>Runs checks in order, each within a time limit, and leaves out those that could only repeat an earlier problem.</summary>
internal sealed class CheckRun(CheckReport report, TimeSpan limit)
{
    // For every check that is wrong, or left out because of one: the subject to fix first.
    private readonly Dictionary<string, string> causes = new(StringComparer.Ordinal);

    public async Task TryAsync(Check check, CancellationToken cancellationToken)
    {
        if (check.Needs.Select(need => causes.GetValueOrDefault(need)).FirstOrDefault(found => found is not null) is { } cause)
        {
            causes[check.Key] = cause;
            await report.AddAsync(check, CommonFindings.Blocked.With(cause));
            return;
        }

        await report.BeginAsync(check);
        var result = await ResultAsync(check, cancellationToken);
        if (result.State is CheckState.Wrong)
        {
            causes[check.Key] = check.Subject;
        }

        await report.AddAsync(check, result);
    }

    private async Task<CheckResult> ResultAsync(Check check, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limit);
        try
        {
            // WaitAsync also ends a check that ignores its cancellation token.
            return await Task.Run(() => check.TryAsync(timeout.Token), cancellationToken).WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return CommonFindings.TimedOut.With(FormattableString.Invariant($"{limit.TotalSeconds:0.#}"));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Only the type: a message may contain an address or a connection string.
            return CommonFindings.Unexpected.With(failure.GetType().Name);
        }
    }
}
