using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>Asks SQLite how it runs each query.</summary>
internal sealed class QueryPlans : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<string, string[]> plans = new();

    /// <summary>The steps of all queries, such as <c>SEARCH d USING INDEX IX_DueTasks_DueAt (DueAt&lt;?)</c>.</summary>
    public IEnumerable<string> Steps => plans.Values.SelectMany(steps => steps);

    public void Forget() => plans.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        plans.GetOrAdd(command.CommandText, _ => Explain(command));
        return ValueTask.FromResult(result);
    }

    private static string[] Explain(DbCommand command)
    {
        using var explain = command.Connection!.CreateCommand();
        explain.Transaction = command.Transaction;
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        foreach (DbParameter parameter in command.Parameters)
        {
            var copy = explain.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            explain.Parameters.Add(copy);
        }

        using var plan = explain.ExecuteReader();
        return [.. plan.Cast<DbDataRecord>().Select(step => step.GetString(step.GetOrdinal("detail")))];
    }
}
