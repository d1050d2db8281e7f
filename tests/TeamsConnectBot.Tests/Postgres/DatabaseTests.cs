using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Time;
using TeamsConnectBot.Privacy;

namespace TeamsConnectBot.Tests.Postgres;

/// <summary>Several at once on one PostgreSQL: updates of the schema, and units of work.</summary>
internal sealed class DatabaseTests
{
    [Test]
    public async Task Start_SeveralTogetherOnAnEmptyServer_AllFindTheSchema()
    {
        var server = PostgresServer.NewDatabase();
        await using var one = Service(server);
        await using var other = Service(server);
        await using var third = Service(server);

        await Task.WhenAll(new[] { one, other, third }.Select(service => Update(service)));

        var applied = await one.GetRequiredService<Database>().ReadAsync(db => db.Database.GetAppliedMigrationsAsync(), default);
        Assert.That(applied, Is.EqualTo(await Known(one)));
    }

    [Test]
    public async Task Start_DatabaseOfANewerVersion_IsRefusedWithWhatToDo([Values] bool postgres)
    {
        await using var service = Service(postgres ? PostgresServer.NewDatabase() : null);
        await Update(service);
        await service.GetRequiredService<Database>().RunAsync(
            db => db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '99')"""), default);

        Assert.That(() => Update(service), Throws.InvalidOperationException.With.Message.Contains("29990101000000_Later").And.Message.Contains("newer version"));
    }

    [Test]
    public async Task Write_ManyAtOnceOnOneRow_LosesNoChange([Values] bool postgres)
    {
        await using var service = Service(postgres ? PostgresServer.NewDatabase() : null);
        await Update(service);
        var database = service.GetRequiredService<Database>();
        var day = new LocalDate(2026, 3, 2);

        await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => database.WriteAsync(
            async db =>
            {
                if (await db.Erasures.FindAsync(day) is { } row)
                {
                    row.People++;
                    return;
                }

                db.Erasures.Add(new Erasure { Day = day, People = 1 });
            },
            default)));

        Assert.That(await database.ReadAsync(db => db.Erasures.SingleAsync(), default), Has.Property("People").EqualTo(24));
    }

    [Test]
    public async Task Write_TwoThatTogetherBreakARule_AreSeenOneAfterTheOther()
    {
        await using var service = Service(PostgresServer.NewDatabase());
        await Update(service);
        var database = service.GetRequiredService<Database>();
        var clock = service.GetRequiredService<TimeProvider>();
        var subject = Guid.CreateVersion7(clock.GetUtcNow());
        foreach (var kind in new[] { DueTaskKind.InviteRound, DueTaskKind.SettleRound })
        {
            await database.WriteAsync(db => Task.FromResult(db.DueTasks.Add(new DueTask { Id = clock.NewId(), Kind = kind, SubjectId = subject, DueAt = clock.GetCurrentInstant() })), default);
        }

        // Each may go only while another stays.
        await Task.WhenAll(new[] { DueTaskKind.InviteRound, DueTaskKind.SettleRound }.Select(kind => database.WriteAsync(
            async db =>
            {
                var all = await db.DueTasks.Where(task => task.SubjectId == subject).ToListAsync();
                if (all.Count > 1)
                {
                    db.DueTasks.Remove(all.Single(task => task.Kind == kind));
                }
            },
            default)));

        Assert.That(await database.ReadAsync(db => db.DueTasks.CountAsync(), default), Is.EqualTo(1));
    }

    [Test]
    public async Task Keys_OfOneProcess_AreReadByAnother()
    {
        var server = PostgresServer.NewDatabase();
        await using var one = Service(server);
        await using var other = Service(server);
        await Update(one);

        var secret = Protector(one).Protect("signed");

        Assert.That(Protector(other).Unprotect(secret), Is.EqualTo("signed"));
    }

    private static IDataProtector Protector(IServiceProvider service) =>
        service.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static Task Update(IServiceProvider service) => service.GetRequiredService<SchemaUpdate>().ApplyAsync(() => Task.CompletedTask, default);

    private static async Task<List<string>> Known(IServiceProvider service) =>
        await service.GetRequiredService<Database>().ReadAsync(db => Task.FromResult(db.Database.GetMigrations().ToList()), default);

    private static ServiceProvider Service(string? server) => StorageOnly.Create(server);
}
