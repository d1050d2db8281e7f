using TeamsConnectBot.Audit;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.DryRuns;

/// <summary>
/// Stores the answers of dry-runs and what is left of each pool's budget. An answer is shown only after the transaction that pays for
/// and stores it, so that concurrent processes never pay twice for one answer, nor show one that was not paid for.
/// </summary>
internal sealed class DryRunLedger(Database database, AuditLog audit)
{
    public Task<DryRunMonth> ReadAsync(string pool, LocalDate month, CancellationToken cancellationToken) =>
        database.ReadAsync(db => ReadAsync(db, pool, month, cancellationToken), cancellationToken);

    /// <summary>
    /// Pays for answers and stores them. If a question was answered in the meantime, its stored answer is used and costs nothing.
    /// </summary>
    /// <param name="pool">The pool they are about.</param>
    /// <param name="month">The month they count in.</param>
    /// <param name="round">The result of a round for everybody; null when it is stored already.</param>
    /// <param name="answers">The new answers.</param>
    /// <param name="actor">The person who asks.</param>
    /// <param name="subject">What is tried, for the audit log.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>The updated month; null when the budget is not enough, and then nothing is stored.</returns>
    public Task<DryRunMonth?> KeepAsync(
        string pool, LocalDate month, DryRunMonthRow? round, IReadOnlyList<DryRunAnswerRow> answers, Actor actor, string subject,
        CancellationToken cancellationToken) =>
        database.WriteAsync<DryRunMonth?>(async db =>
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
        }, cancellationToken);

    private static async Task<DryRunMonth> ReadAsync(ConnectDb db, string pool, LocalDate month, CancellationToken cancellationToken) =>
        new(
            await db.DryRunMonths.AsNoTracking().SingleOrDefaultAsync(row => row.PoolId == pool && row.Month == month, cancellationToken),
            await db.DryRunAnswers.AsNoTracking().Where(row => row.PoolId == pool && row.Month == month)
                .ToDictionaryAsync(row => row.Question, StringComparer.Ordinal, cancellationToken));
}
