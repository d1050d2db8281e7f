using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.DryRuns;
using TeamsConnectBot.Data;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Tests.Postgres;

/// <summary>All processes on one database share the monthly dry-run budget, and it survives a restart.</summary>
internal sealed class DryRunLedgerTests
{
    private const string Pool = "everyone";

    private static readonly LocalDate Month = new(2026, 11, 1);
    private static readonly Actor Somebody = new("a", "Somebody", Role.Admin);

    [Test]
    public async Task Budget_UsedByConcurrentProcesses_IsSpentOnce()
    {
        var server = PostgresServer.NewDatabase();
        await using var one = StorageOnly.Create(server);
        await using var other = StorageOnly.Create(server);
        await one.UpdateSchemaAsync();

        var months = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(number => Keep(number % 2 == 0 ? one : other, $"question {number}")));

        Assert.That(months.Count(month => month is not null), Is.EqualTo(2));
        Assert.That(
            await one.GetRequiredService<Database>().ReadAsync(db => db.DryRunAnswers.SumAsync(row => row.Price), default), Is.EqualTo(6));
    }

    [Test]
    public async Task Answer_ToOneQuestionFromConcurrentProcesses_IsSharedAndPaidOnce()
    {
        var server = PostgresServer.NewDatabase();
        await using var one = StorageOnly.Create(server);
        await using var other = StorageOnly.Create(server);
        await one.UpdateSchemaAsync();

        // The figures are counted at different times, so that they differ.
        var months = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => Keep(number % 2 == 0 ? one : other, "the same", selected: 30 + number)));

        Assert.That(months.Select(month => month!.Answers["the same"].Selected).Distinct().Count(), Is.EqualTo(1));
        Assert.That(months.Select(month => month!.Left), Is.All.EqualTo(5));
    }

    [Test]
    public async Task Budget_AfterARestart_IsWhatWasLeftAndFullNextMonth([Values] bool postgres)
    {
        var server = postgres ? PostgresServer.NewDatabase() : null;
        await using var before = StorageOnly.Create(server);
        await before.UpdateSchemaAsync();
        await Keep(before, "one");
        await Keep(before, "two");

        // A SQLite file has one process at a time, so it is read again with the same services.
        await using var restarted = postgres ? StorageOnly.Create(server) : null;
        var after = restarted ?? before;

        Assert.That(await Keep(after, "three"), Is.Null);
        Assert.That((await Ledger(after).ReadAsync(Pool, Month, default)).Left, Is.EqualTo(2));
        Assert.That((await Ledger(after).ReadAsync(Pool, Month.PlusMonths(1), default))
            .Left, Is.EqualTo(DryRunBudget.PointsPerPoolAndMonth));
        Assert.That((await Ledger(after).ReadAsync("another", Month, default)).Left, Is.EqualTo(DryRunBudget.PointsPerPoolAndMonth));
    }

    private static Task<DryRunMonth?> Keep(IServiceProvider service, string question, int selected = 30) => Ledger(service).KeepAsync(
        Pool, Month,
        new DryRunMonthRow { PoolId = Pool, Month = Month, Audience = 60, Asked = 50, Pairs = 20, Repeats = 0, GraphCalls = 3 },
        [new() { PoolId = Pool, Month = Month, Question = question, Selected = selected, Price = DryRunBudget.PrivateFactsPrice }],
        Somebody, "rule", default);

    private static DryRunLedger Ledger(IServiceProvider service)
    {
        var database = service.GetRequiredService<Database>();
        return new DryRunLedger(database, new AuditLog(database, service.GetRequiredService<TimeProvider>()));
    }
}
