using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.DryRuns;
using TeamsConnectBot.Data;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Tests.Postgres;

/// <summary>The month's budget of dry-runs holds for all processes on one database together, and for the next one.</summary>
internal sealed class DryRunLedgerTests
{
    private const string Pool = "everyone";

    private static readonly LocalDate Month = new(2026, 11, 1);
    private static readonly Actor Somebody = new("a", "Somebody", Offices.Admin);

    [Test]
    public async Task Budget_OfSeveralProcessesAtOnce_IsSpentOnce()
    {
        var server = PostgresServer.NewDatabase();
        await using var one = StorageOnly.Create(server);
        await using var other = StorageOnly.Create(server);
        await Update(one);

        var told = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Keep(number % 2 == 0 ? one : other, $"question {number}")));

        Assert.That(told.Count(month => month is not null), Is.EqualTo(2));
        Assert.That(await one.GetRequiredService<Database>().ReadAsync(db => db.DryRunAnswers.SumAsync(row => row.Price), default), Is.EqualTo(6));
    }

    [Test]
    public async Task Answer_ToOneQuestionFromSeveralProcessesAtOnce_IsOneAndPaidOnce()
    {
        var server = PostgresServer.NewDatabase();
        await using var one = StorageOnly.Create(server);
        await using var other = StorageOnly.Create(server);
        await Update(one);

        // Counted at different moments, so that the counts differ.
        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Keep(number % 2 == 0 ? one : other, "the same", selected: 30 + number)));

        Assert.That(told.Select(month => month!.Answers["the same"].Selected).Distinct().Count(), Is.EqualTo(1));
        Assert.That(told.Select(month => month!.Left), Is.All.EqualTo(5));
    }

    [Test]
    public async Task Budget_AfterARestart_IsWhatWasLeft_AndNextMonthWhole([Values] bool postgres)
    {
        var server = postgres ? PostgresServer.NewDatabase() : null;
        await using var before = StorageOnly.Create(server);
        await Update(before);
        await Keep(before, "one");
        await Keep(before, "two");

        // A file has one process at a time: there the same storage, read anew.
        await using var restarted = postgres ? StorageOnly.Create(server) : null;
        var after = restarted ?? before;

        Assert.That(await Keep(after, "three"), Is.Null);
        Assert.That((await Ledger(after).ReadAsync(Pool, Month, default)).Left, Is.EqualTo(2));
        Assert.That((await Ledger(after).ReadAsync(Pool, Month.PlusMonths(1), default)).Left, Is.EqualTo(DryRunBudget.PointsPerPoolAndMonth));
        Assert.That((await Ledger(after).ReadAsync("another", Month, default)).Left, Is.EqualTo(DryRunBudget.PointsPerPoolAndMonth));
    }

    private static Task<DryRunMonth?> Keep(IServiceProvider service, string question, int selected = 30) => Ledger(service).KeepAsync(
        Pool, Month,
        new DryRunMonthRow { PoolId = Pool, Month = Month, Audience = 60, Asked = 50, Pairs = 20, Repeats = 0, GraphCalls = 3 },
        [new DryRunAnswerRow { PoolId = Pool, Month = Month, Question = question, Selected = selected, Price = DryRunBudget.PrivateFactsPrice }],
        Somebody, "rule", default);

    private static DryRunLedger Ledger(IServiceProvider service)
    {
        var database = service.GetRequiredService<Database>();
        return new DryRunLedger(database, new AuditLog(database, service.GetRequiredService<TimeProvider>()));
    }

    private static Task Update(IServiceProvider service) => service.GetRequiredService<SchemaUpdate>().ApplyAsync(() => Task.CompletedTask, default);
}
