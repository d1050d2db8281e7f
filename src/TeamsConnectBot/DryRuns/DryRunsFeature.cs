using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.DryRuns;

internal static class DryRunsFeature
{
    public static IServiceCollection AddDryRuns(this IServiceCollection services) => services
        .AddSingleton<Rehearsal>()
        .AddSingleton<DryRunPermission>()
        .AddSingleton<DryRunLedger>()
        .AddSingleton<DryRun>()
        .AddOtherColumns(
            new(
                "DryRunMonths", "blurred counts of a round for everybody of a pool, made once a month; gone when the month is over",
                "PoolId", "Month", "Audience", "Asked", "Pairs", "Repeats", "GraphCalls"),
            new(
                "DryRunAnswers",
                "blurred answers to what was tried, so that asking again gives the same and costs nothing; gone when the month is over",
                "PoolId", "Month", "Question", "Selected", "Price"))
        .AddRetention(async (db, now, cancellationToken) =>
        {
            var month = now.StartOfMonth();
            var answers = await db.DryRunAnswers.ToListAsync(cancellationToken);
            db.DryRunAnswers.RemoveRange(answers.Where(row => row.Month < month));
            var rounds = await db.DryRunMonths.ToListAsync(cancellationToken);
            db.DryRunMonths.RemoveRange(rounds.Where(row => row.Month < month));
        });
}
