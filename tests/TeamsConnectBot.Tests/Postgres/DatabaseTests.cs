using Microsoft.AspNetCore.DataProtection;
using TeamsConnectBot.Data;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Tests.Postgres;

/// <summary>Concurrent schema updates and units of work on one PostgreSQL database.</summary>
internal sealed class DatabaseTests
{
    [Test]
    public async Task Start_ConcurrentlyOnAnEmptyServer_AllFindTheSchema()
    {
        var server = PostgresServer.NewDatabase();
        await using var one = StorageOnly.Create(server);
        await using var other = StorageOnly.Create(server);
        await using var third = StorageOnly.Create(server);

        await Task.WhenAll(new[] { one, other, third }.Select(service => service.UpdateSchemaAsync()));

        var applied = await one.GetRequiredService<Database>().ReadAsync(db => db.Database.GetAppliedMigrationsAsync(), default);
        Assert.That(applied, Is.EqualTo(await Known(one)));
    }

    [Test]
    public async Task Start_DatabaseOfANewerVersion_IsRefusedWithWhatToDo([Values] bool postgres)
    {
        await using var service = StorageOnly.Create(postgres ? PostgresServer.NewDatabase() : null);
        await service.UpdateSchemaAsync();
        await service.GetRequiredService<Database>().RunAsync(
            db => db.Database.ExecuteSqlRawAsync("""
                INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '99')
                """), default);

        Assert.That(
            () => service.UpdateSchemaAsync(),
            Throws.InvalidOperationException.With.Message.Contains("29990101000000_Later").And.Message.Contains("newer version"));
    }

    [Test]
    public async Task Write_ManyConcurrentlyToOneRow_LosesNoChange([Values] bool postgres)
    {
        await using var service = StorageOnly.Create(postgres ? PostgresServer.NewDatabase() : null);
        await service.UpdateSchemaAsync();
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
    public async Task Write_TwoThatConflict_AreSerialised()
    {
        await using var service = StorageOnly.Create(PostgresServer.NewDatabase());
        await service.UpdateSchemaAsync();
        var database = service.GetRequiredService<Database>();
        var clock = service.GetRequiredService<TimeProvider>();
        var subject = Guid.CreateVersion7(clock.GetUtcNow());
        foreach (var kind in new[] { DueTaskKind.InviteRound, DueTaskKind.SettleRound })
        {
            var task = new DueTask { Id = clock.NewId(), Kind = kind, SubjectId = subject, DueAt = clock.GetCurrentInstant() };
            await database.WriteAsync(db => Task.FromResult(db.DueTasks.Add(task)), default);
        }

        // Each task may be deleted only while the other exists.
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
        await using var one = StorageOnly.Create(server);
        await using var other = StorageOnly.Create(server);
        await one.UpdateSchemaAsync();

        var secret = Protector(one).Protect("signed");

        Assert.That(Protector(other).Unprotect(secret), Is.EqualTo("signed"));
    }

    private static IDataProtector Protector(IServiceProvider service) =>
        service.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static async Task<List<string>> Known(IServiceProvider service) =>
        await service.GetRequiredService<Database>().ReadAsync(db => Task.FromResult(db.Database.GetMigrations().ToList()), default);
}
