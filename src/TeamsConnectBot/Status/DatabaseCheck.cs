using System.Data.Common;
using Azure.Identity;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Status;

/// <summary>
/// Checks that the database answers, accepts writes, and accepted the last write; and that a managed identity gets tokens, without which
/// only the connections that are open go on.
/// </summary>
internal sealed class DatabaseCheck(
    Database database, StorageOutage outage, DatabaseTokens tokens, IOptions<StorageOptions> storage) : StatusCheck("database")
{
    public override async Task<PartFinding> CheckAsync(CancellationToken cancellationToken)
    {
        await database.ReadAsync(db => db.Rounds.AnyAsync(cancellationToken), cancellationToken);
        if (storage.Value.IsPostgres && await IsReadOnlyAsync(cancellationToken))
        {
            // After a failover this may be the standby, which is readable but not writable.
            outage.ReportFailure(new InvalidOperationException("the database is read-only"));
            return Down("ReadOnly");
        }

        if (outage.IsOngoing && await WriteAsync(cancellationToken) is { } failure)
        {
            return Down(outage.IsReadOnly ? "ReadOnly" : "NoWrites") with { Failure = failure };
        }

        return tokens.Problem is null
            ? PartFinding.Works with { Since = outage.EndedAt }
            : new PartFinding(PartState.Down, "NoNewToken") { Remedies = ["database.token"], IsReady = true };
    }

    public override PartFinding Failed(Exception failure) => Reason(failure) with { Failure = failure };

    // Otherwise an outage would seem to last until the service has something to write.
    private async Task<Exception?> WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(
                async db =>
                {
                    var row = new KeyRow { Name = nameof(DatabaseCheck), Value = "" };
                    db.Keys.Add(row);
                    await db.SaveChangesAsync(cancellationToken);
                    db.Keys.Remove(row);
                },
                cancellationToken);
            return null;
        }
        catch (Exception failure) when (StorageOutage.IsOutage(failure))
        {
            return failure;
        }
    }

    private PartFinding Reason(Exception failure)
    {
        var causes = Conflicts.CausesOf(failure).ToList();
        if (EntraError.CodeOf(failure) is { } code)
        {
            return Down("NoToken", code) with { Remedies = [code, "database.token"] };
        }

        // With a managed identity there may be no code: the machine's own endpoint gave no token.
        if (causes.Any(cause => cause is AuthenticationFailedException))
        {
            return Down("NoIdentity") with { Remedies = ["database.token"] };
        }

        if (causes.OfType<DbException>().FirstOrDefault(StorageOutage.IsRefusedSignIn) is { } refused)
        {
            var down = Down("Login", refused.SqlState!);
            return storage.Value.UsesManagedIdentity ? down with { Remedies = ["database.Role"] } : down;
        }

        return Down("NoAnswer");
    }

    private PartFinding Down(string reason, string detail = "") => new(PartState.Down, reason)
    {
        Detail = detail, Since = outage.BeganAt, Remedies = [$"database.{reason}"],
    };

    private async Task<bool> IsReadOnlyAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        db => db.Database.SqlQuery<string>($"""SELECT current_setting('transaction_read_only') AS "Value" """)
            .SingleAsync(cancellationToken),
        cancellationToken) == "on";
}
