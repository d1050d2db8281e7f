using System.Data.Common;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>Checks whether the database can be opened. One that does not exist yet is created at the first start.</summary>
internal sealed class DatabaseStep(
    IDbContextFactory<ConnectDb> contexts, PoolerCheck pooler, DatabaseTokens tokens, IOptions<StorageOptions> storage) : CheckStep
{
    public static readonly Finding Refused = new(
        "not-opened", "the database cannot be opened: ….", "Check the Storage settings, and that the service may read and write there.");

    public static readonly Finding NoFolder = new(
        "no-folder", "no file can be written next to Storage:File: ….",
        "Storage:File must lie in a folder that exists and that the service may write to.");

    public static readonly Finding Pooled = new(
        "pooler", PoolerCheck.Problem + ".", "docs/storage.md lists what else works.");

    public static readonly Finding NoToken = new(
        "no-database-token", "no token for PostgreSQL: ….", StatusWords.Remedy("database.token"));

    public static readonly Finding RefusedIdentity = new(
        "identity-refused", "PostgreSQL refuses the managed identity: ….", StatusWords.Remedy("database.Role"));

    public override IEnumerable<Check> Checks => [new Check("database", "database", TryAsync)];

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
            return storage.Value.IsPostgres && await pooler.IsSharedAsync(cancellationToken) ? Pooled.With() : CheckResult.Good();
        }
        catch (DbException) when (tokens.Problem is { } problem)
        {
            return NoToken.With(problem.TrimEnd('.'));
        }
        catch (DbException failure) when (storage.Value.UsesManagedIdentity && StorageOutage.IsRefusedSignIn(failure))
        {
            return RefusedIdentity.With(failure.Message.TrimEnd('.'));
        }
        catch (DbException failure)
        {
            return Refused.With(failure.Message.TrimEnd('.'));
        }
    }

    private static CheckResult Folder(string folder)
    {
        var probe = Path.Combine(folder, $".{nameof(TeamsConnectBot)}-{Environment.ProcessId}");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return CheckResult.Good("will be created at the first start");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return NoFolder.With(failure.Message.TrimEnd('.'));
        }
    }
}
