using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>Whether the database can be opened. One that is not there yet is made at the first start.</summary>
internal sealed class DatabaseStep(IDbContextFactory<ConnectDb> contexts, PoolerCheck pooler, IOptions<StorageOptions> storage) : CheckStep
{
    private const string Subject = "database";

    public override IEnumerable<Trial> Trials => [new Trial(Subject, TryAsync)];

    private async Task<Finding> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            if (db.Database.IsSqlite() && !File.Exists(db.Database.GetDbConnection().DataSource))
            {
                return Folder(Path.GetDirectoryName(Path.GetFullPath(db.Database.GetDbConnection().DataSource))!);
            }

            await db.Database.OpenConnectionAsync(cancellationToken);
            return storage.Value.IsPostgres && await pooler.IsSharedAsync(cancellationToken)
                ? new Finding(Subject, PoolerCheck.Problem + ".", "docs/storage.md says what else goes.")
                : new Finding(Subject);
        }
        catch (DbException failure)
        {
            return new Finding(Subject, failure.Message, "Check the Storage settings, and that the service may read and write there.");
        }
    }

    private static Finding Folder(string folder)
    {
        var trial = Path.Combine(folder, $".{nameof(TeamsConnectBot)}-{Environment.ProcessId}");
        try
        {
            File.WriteAllText(trial, "");
            File.Delete(trial);
            return new Finding($"{Subject} (will be made at the first start)");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Finding(Subject, failure.Message, "Storage:File must lie in a folder that exists and that the service may write to.");
        }
    }
}
