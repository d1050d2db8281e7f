using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Audit;

/// <summary>What verifying the log found.</summary>
/// <param name="Entries">How many there are.</param>
/// <param name="FirstBroken">The first entry that was changed, or is missing; null when none.</param>
/// <param name="Head">The last entry's hash. Who wrote it down earlier sees a log that was made anew as a whole, too.</param>
internal sealed record AuditVerdict(long Entries, long? FirstBroken, string Head)
{
    public bool IsSound => FirstBroken is null;
}

/// <summary>
/// Who changed, approved, looked and exported. Entries are added in the transaction of what they tell, each with a hash over
/// itself and the one before, so that an edit in the database is noticed.
/// </summary>
internal sealed class AuditLog(Database database, TimeProvider clock)
{
    private const int HeadId = 1;
    private const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds an entry in a transaction.</summary>
    public async Task AddAsync(ConnectDb db, Actor actor, AuditAction action, string subject, string detail, CancellationToken cancellationToken)
    {
        var head = await db.AuditHeads.FindAsync([HeadId], cancellationToken);
        if (head is null)
        {
            head = new AuditHeadRow { Id = HeadId, Number = 0, Hash = Beginning };
            db.AuditHeads.Add(head);
        }

        var row = new AuditRow
        {
            Number = head.Number + 1,

            // As it is stored: in whole milliseconds.
            At = NodaTime.Instant.FromUnixTimeMilliseconds(clock.GetCurrentInstant().ToUnixTimeMilliseconds()),
            ActorId = actor.Id,
            ActorName = actor.Name,
            Offices = actor.Offices.ToString(),
            Action = action,
            Subject = subject,
            Detail = detail,
            PreviousHash = head.Hash,
        };
        row.Hash = HashOf(row);
        db.AuditEntries.Add(row);
        head.Number = row.Number;
        head.Hash = row.Hash;
    }

    /// <summary>Adds an entry by itself: for looking and exporting.</summary>
    public Task AddAsync(Actor actor, AuditAction action, string subject, string detail, CancellationToken cancellationToken) =>
        database.WriteAsync(db => AddAsync(db, actor, action, subject, detail, cancellationToken), cancellationToken);

    /// <summary>Entries, newest first.</summary>
    /// <param name="before">Only entries with a lower number; null from the end.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<List<AuditRow>> ReadAsync(long? before, int most, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.AuditEntries.Where(row => before == null || row.Number < before).OrderByDescending(row => row.Number).Take(most).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>Reckons every hash again.</summary>
    public Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var head = await db.AuditHeads.SingleOrDefaultAsync(row => row.Id == HeadId, cancellationToken);
            var (expected, previous) = (1L, Beginning);
            await foreach (var row in db.AuditEntries.OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                if (row.Number != expected || row.PreviousHash != previous || row.Hash != HashOf(row))
                {
                    return new AuditVerdict(expected - 1, expected, previous);
                }

                (expected, previous) = (row.Number + 1, row.Hash);
            }

            var isWhole = (head?.Number ?? 0) == expected - 1 && (head?.Hash ?? Beginning) == previous;
            return new AuditVerdict(expected - 1, isWhole ? null : expected, previous);
        },
        cancellationToken);

    /// <summary>The whole log as JSON, one entry a line, oldest first, to be verified elsewhere.</summary>
    public Task<string> ExportAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var lines = new StringBuilder();
            await foreach (var row in db.AuditEntries.OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                lines.Append(Content(row)).Append('\n');
            }

            return lines.ToString();
        },
        cancellationToken);

    // The hash covers the line as the export has it, without its own hash.
    private static string HashOf(AuditRow row) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content(row, withHash: false))));

    private static string Content(AuditRow row, bool withHash = true)
    {
        var fields = new Dictionary<string, string>
        {
            ["number"] = row.Number.ToString(CultureInfo.InvariantCulture),
            ["at"] = NodaTime.Text.InstantPattern.ExtendedIso.Format(row.At),
            ["actorId"] = row.ActorId,
            ["actorName"] = row.ActorName,
            ["offices"] = row.Offices,
            ["action"] = row.Action.ToString(),
            ["subject"] = row.Subject,
            ["detail"] = row.Detail,
            ["previousHash"] = row.PreviousHash,
        };
        if (withHash)
        {
            fields["hash"] = row.Hash;
        }

        return JsonSerializer.Serialize(fields, Json);
    }
}
