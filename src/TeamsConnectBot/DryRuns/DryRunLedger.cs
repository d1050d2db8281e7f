using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.DryRuns;

/// <summary>
/// Keeps what dry-runs told and what is left of each pool's budget. An answer is shown only after the transaction that pays for it
/// and keeps it, so that nothing is spent twice or not at all, by whichever process.
/// </summary>
internal sealed class DryRunLedger(Database database, AuditLog audit)
{
    public Task<DryRunMonth> ReadAsync(string pool, LocalDate month, CancellationToken cancellationToken) =>
        database.ReadAsync(db => ReadAsync(db, pool, month, cancellationToken), cancellationToken);

    /// <summary>
    /// Pays for answers and keeps them. Of a question that was answered meanwhile the earlier answer stays, and costs nothing.
    /// </summary>
    /// <param name="pool">The pool they are about.</param>
    /// <param name="month">The month they count in.</param>
    /// <param name="round">What a round for everybody comes to; null where it is kept already.</param>
    /// <param name="answers">The new answers.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="subject">What is tried, for the log.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The month as it stands now; null when the budget does not reach, and then nothing is kept.</returns>
    public Task<DryRunMonth?> KeepAsync(
        string pool, LocalDate month, DryRunMonthRow? round, IReadOnlyList<DryRunAnswerRow> answers, Actor actor, string subject,
        CancellationToken cancellationToken) =>
        database.WriteAsync<DryRunMonth?>(
            async db =>
            {
                var kept = await ReadAsync(db, pool, month, cancellationToken);
                var added = answers.Where(answer => !kept.Answers.ContainsKey(answer.Question)).ToList();
                var cost = added.Sum(answer => answer.Price);
                if (cost > kept.Left)
                {
                    return null;
                }

                if (kept.Base is null && round is not null)
                {
                    db.DryRunMonths.Add(round);
                }

                db.DryRunAnswers.AddRange(added);
                await audit.AddAsync(db, actor, AuditAction.DryRun, subject, $"{pool}, price {cost}", cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return await ReadAsync(db, pool, month, cancellationToken);
            },
            cancellationToken);

    private static async Task<DryRunMonth> ReadAsync(ConnectDb db, string pool, LocalDate month, CancellationToken cancellationToken) => new(
        await db.DryRunMonths.AsNoTracking()
            .SingleOrDefaultAsync(row => row.PoolId == pool && row.Month == month, cancellationToken),
        await db.DryRunAnswers.AsNoTracking().Where(row => row.PoolId == pool && row.Month == month)
            .ToDictionaryAsync(row => row.Question, StringComparer.Ordinal, cancellationToken));
}
