using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>Counts the rows that are read from the database.</summary>
internal sealed class RowCount : DbCommandInterceptor
{
    private int rows;

    /// <summary>How many rows were read while something was done.</summary>
    public async Task<int> DuringAsync(Func<Task> work)
    {
        var before = rows;
        await work();
        return rows - before;
    }

    public override InterceptionResult DataReaderDisposing(
        DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Interlocked.Add(ref rows, eventData.ReadCount);
        return result;
    }
}
