using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Audit;

/// <summary>The result of verifying the audit log.</summary>
/// <param name="Entries">The number of intact entries.</param>
/// <param name="FirstBroken">The first entry that was changed or is missing; null when the log is intact.</param>
/// <param name="Head">The last entry's hash. A reader who noted it earlier also notices when the whole log was rewritten.</param>
internal sealed record AuditVerdict(long Entries, long? FirstBroken, string Head)
{
    public bool IsSound => FirstBroken is null;
}

/// <summary>
/// Records who changed, approved, read and exported what. An entry is added in the transaction of the change it describes, with a hash
/// of itself and the previous entry, so that an edit in the database is noticed.
/// </summary>
internal sealed class AuditLog(Database database, TimeProvider clock)
{
    private const int HeadId = 1;
    private static readonly string Beginning = new('0', 64);
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What the report lists as changes. Reading, dry-runs and drafts change nothing for anybody; only the audit log has them.
    private static readonly AuditAction[] Changes =
    [
        AuditAction.Published, AuditAction.Approved, AuditAction.Refused, AuditAction.SwitchedOn, AuditAction.SwitchedOff,
        AuditAction.Imported, AuditAction.EverythingStopped, AuditAction.EverythingStarted, AuditAction.SettingChanged,
        AuditAction.FirstUseApproved, AuditAction.FirstUseRefused, AuditAction.VoteOpened, AuditAction.VoteClosed,
        AuditAction.TrialStarted, AuditAction.TrialEnded, AuditAction.Lapsed,
    ];

    /// <summary>Adds an entry in the caller's transaction.</summary>
    public async Task AddAsync(
        ConnectDb db, Actor actor, AuditAction action, string subject, string detail, CancellationToken cancellationToken)
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

            // The database stores whole milliseconds, and the hash must match the stored value.
            At = Instant.FromUnixTimeMilliseconds(clock.GetCurrentInstant().ToUnixTimeMilliseconds()),
            ActorId = actor.Id, ActorName = actor.Name, Offices = actor.Roles.ToString(),
            Action = action, Subject = subject, Detail = detail, PreviousHash = head.Hash,
        };
        row.Hash = HashOf(row);
        db.AuditEntries.Add(row);
        (head.Number, head.Hash) = (row.Number, row.Hash);
    }

    /// <summary>Adds an entry in its own transaction, for reading and exporting.</summary>
    public Task AddAsync(Actor actor, AuditAction action, string subject, string detail, CancellationToken cancellationToken) =>
        database.WriteAsync(db => AddAsync(db, actor, action, subject, detail, cancellationToken), cancellationToken);

    /// <summary>Records that somebody looked, once a UTC day for each actor and subject.</summary>
    public async Task LookedAsync(Actor actor, string subject, CancellationToken cancellationToken)
    {
        var today = clock.GetCurrentInstant().InUtc().Date.AtMidnight().InUtc().ToInstant();
        var isKnown = await database.ReadAsync(
            db => db.AuditEntries.AnyAsync(
                row => row.At >= today && row.ActorId == actor.Id && row.Action == AuditAction.ReportSeen && row.Subject == subject,
                cancellationToken), cancellationToken);
        if (!isKnown)
        {
            await AddAsync(actor, AuditAction.ReportSeen, subject, "", cancellationToken);
        }
    }

    /// <summary>Reads entries, newest first.</summary>
    /// <param name="before">Only entries with a lower number; null starts at the newest.</param>
    /// <param name="most">The maximum number of entries.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public Task<List<AuditRow>> ReadAsync(long? before, int most, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.AuditEntries.Where(row => before == null || row.Number < before).OrderByDescending(row => row.Number).Take(most)
            .ToListAsync(cancellationToken), cancellationToken);

    /// <summary>What was changed and by whom since a day, newest first.</summary>
    public Task<List<AuditRow>> ChangesAsync(LocalDate since, CancellationToken cancellationToken)
    {
        var from = since.AtMidnight().InUtc().ToInstant();
        return database.ReadAsync(
            db => db.AuditEntries.Where(row => row.At >= from && Changes.Contains(row.Action)).OrderByDescending(row => row.Number)
                .ToListAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Recalculates every hash and compares it with the stored one.</summary>
    public Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken) => database.ReadAsync(async db =>
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

        var isComplete = (head?.Number ?? 0) == expected - 1 && (head?.Hash ?? Beginning) == previous;
        return new AuditVerdict(expected - 1, isComplete ? null : expected, previous);
    }, cancellationToken);

    /// <summary>Exports the whole log as JSON lines, oldest entry first, so that it can be verified elsewhere.</summary>
    public async Task<string> ExportAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            db => db.AuditEntries.OrderBy(row => row.Number).ToListAsync(cancellationToken), cancellationToken);
        return string.Concat(rows.Select(row => Content(row) + "\n"));
    }

    // The hash covers the exported line without the hash itself.
    private static string HashOf(AuditRow row) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content(row, withHash: false))));

    private static string Content(AuditRow row, bool withHash = true)
    {
        var fields = new Dictionary<string, string>
        {
            ["number"] = row.Number.ToString(CultureInfo.InvariantCulture),
            ["at"] = NodaTime.Text.InstantPattern.ExtendedIso.Format(row.At),
            ["actorId"] = row.ActorId, ["actorName"] = row.ActorName, ["offices"] = row.Offices,
            ["action"] = row.Action.ToString(), ["subject"] = row.Subject, ["detail"] = row.Detail,
            ["previousHash"] = row.PreviousHash,
        };
        if (withHash)
        {
            fields["hash"] = row.Hash;
        }

        return JsonSerializer.Serialize(fields, Json);
    }
}
