using TeamsConnectBot.Audit;

namespace TeamsConnectBot.Tests.Rules;

internal sealed class AuditLogTests
{
    private OfficeWorld world = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        world = await OfficeWorld.StartAsync(people: 4);
        for (var entry = 1; entry <= 5; entry++)
        {
            await world.Audit.AddAsync(world.AdminActor, AuditAction.Exported, $"file {entry}", "", default);
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Log_Untouched_IsIntact()
    {
        var verdict = await world.Audit.VerifyAsync(default);

        Assert.That((verdict.IsSound, verdict.Entries), Is.EqualTo((true, 5L)));
        Assert.That((await world.Audit.ReadAsync(null, 2, default)).Select(row => row.Subject), Is.EqualTo(new[] { "file 5", "file 4" }));
        Assert.That(
            (await world.Audit.ExportAsync(default)).Trim().Split('\n'),
            Has.Length.EqualTo(5).And.All.Contains(world.Admin.Name).And.All.Contains("\"hash\""));
    }

    [TestCase(
        """UPDATE "AuditEntries" SET "Subject" = 'nothing' WHERE "Number" = 3""",
        """UPDATE "AuditEntries" SET "Subject" = 'file 3' WHERE "Number" = 3""", 3)]
    [TestCase("""UPDATE "AuditEntries" SET "ActorName" = 'Somebody else' WHERE "Number" = 1""", null, 1)]
    [TestCase(
        """UPDATE "AuditEntries" SET "At" = "At" - 1000 WHERE "Number" = 2""",
        """UPDATE "AuditEntries" SET "At" = "At" + 1000 WHERE "Number" = 2""", 2)]
    [TestCase(
        """UPDATE "AuditEntries" SET "Number" = 99 WHERE "Number" = 4""",
        """UPDATE "AuditEntries" SET "Number" = 4 WHERE "Number" = 99""", 4)]
    [TestCase(
        """UPDATE "AuditEntries" SET "Number" = -5 WHERE "Number" = 5""",
        """UPDATE "AuditEntries" SET "Number" = 5 WHERE "Number" = -5""", 1)]
    [TestCase("""UPDATE "AuditHeads" SET "Number" = 4""", """UPDATE "AuditHeads" SET "Number" = 5""", 6)]
    public async Task Log_Edited_IsDetectedWithItsPosition(string edit, string? undo, long where)
    {
        await ExecuteAsync(edit);

        Assert.That((await world.Audit.VerifyAsync(default)).FirstBroken, Is.EqualTo(where));

        var name = world.Admin.Name.Replace("'", "''", StringComparison.Ordinal);
        await ExecuteAsync(undo ?? $"UPDATE \"AuditEntries\" SET \"ActorName\" = '{name}' WHERE \"Number\" = 1");
        Assert.That((await world.Audit.VerifyAsync(default)).IsSound);
    }

#pragma warning disable EF1002 // The statements are this file's own.
    private Task ExecuteAsync(string statement) => world.Inner.WriteAsync(db => db.Database.ExecuteSqlRawAsync(statement));
#pragma warning restore EF1002
}
