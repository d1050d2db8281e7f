using System.Data.Common;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>Checks whether the database can be opened. One that does not exist yet is created at the first start.</summary>
internal sealed class DatabaseStep(
    IDbContextFactory<ConnectDb> contexts, PoolerCheck pooler, DatabaseTokens tokens, IOptions<StorageOptions> storage) : CheckStep
{
    private const string Subject = "database";

    public override IEnumerable<Check> Checks => [new Check(Subject, TryAsync)];

    private async Task<CheckResult> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            if (db.Database.IsSqlite() && db.Database.GetDbConnection().DataSource is var file && !File.Exists(file))
            {
                return Folder(Path.GetDirectoryName(Path.GetFullPath(file))!);
            }

            await db.Database.OpenConnectionAsync(cancellationToken);
            return storage.Value.IsPostgres && await pooler.IsSharedAsync(cancellationToken)
                ? new CheckResult(Subject, PoolerCheck.Problem + ".", "docs/storage.md lists what else works.")
                : new CheckResult(Subject);
        }
        catch (DbException) when (tokens.Problem is { } problem)
        {
            return new CheckResult(
                Subject, $"no token for PostgreSQL: {problem}",
                "The identity of Storage:ManagedIdentityClientId must be assigned to the machine or app this runs on.");
        }
        catch (DbException failure) when (storage.Value.UsesManagedIdentity && StorageOutage.IsRefusedSignIn(failure))
        {
            return new CheckResult(
                Subject, failure.Message,
                "Username in Storage:ConnectionString must be the role of this managed identity in PostgreSQL: docs/storage.md.");
        }
        catch (DbException failure)
        {
            return new CheckResult(Subject, failure.Message, "Check the Storage settings, and that the service may read and write there.");
        }
    }

    private static CheckResult Folder(string folder)
    {
        var probe = Path.Combine(folder, $".{nameof(TeamsConnectBot)}-{Environment.ProcessId}");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new CheckResult($"{Subject} (will be created at the first start)");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new CheckResult(
                Subject, failure.Message, "Storage:File must lie in a folder that exists and that the service may write to.");
        }
    }
}
