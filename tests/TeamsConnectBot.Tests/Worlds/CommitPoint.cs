using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>Runs something just before or just after the k-th commit of the service, to stop it there.</summary>
internal sealed class CommitPoint : DbTransactionInterceptor, IDbCommandInterceptor
{
    private (long Left, bool AfterCommit, Action Run) point = (0, false, () => { });

    /// <param name="k">Which commit; 1 is the next one.</param>
    /// <param name="afterCommit">Whether that commit still takes effect.</param>
    /// <param name="run">What to run.</param>
    public void Set(long k, bool afterCommit, Action run) => point = (k, afterCommit, run);

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Pass(isAfter: false);
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Pass(isAfter: true);
        return Task.CompletedTask;
    }

    // A single statement without a transaction is a commit of its own.
    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            Pass(isAfter: false);
        }

        return ValueTask.FromResult(result);
    }

    public ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            Pass(isAfter: true);
        }

        return ValueTask.FromResult(result);
    }

    private void Pass(bool isAfter)
    {
        if (point.AfterCommit == isAfter && Interlocked.Decrement(ref point.Left) == 0)
        {
            point.Run();
        }
    }
}
