using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Operations.Restoring;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.HelpRequests;

/// <summary>A backup of before or between the waves is restored: nobody is asked again, and the asker hears when announced.</summary>
internal sealed class HelpRestoreTests : WorldTests
{
    [TestCase(0)]
    [TestCase(1)]
    public async Task Restored_AfterAWaveThatTheBackupDoesNotKnow_AsksNobodyAgain(int wavesInTheBackup)
    {
        var world = await StartAsync(SamplePeople.Of(14), HelpWorld.Settings);
        await world.PrepareAsync();
        var asker = world.People[0];
        await world.AskAsync(asker);
        var row = (await world.QuestionOfAsync(asker))!;
        if (wavesInTheBackup > 0)
        {
            await world.WaveAsync(asker, wavesInTheBackup - 1);
        }

        using var folder = TemporaryFolder.Create();
        var backup = folder.File("backup.db");
        await world.StopServiceAsync();
        SqliteConnection.ClearAllPools();
        File.Copy(world.Database, backup);
        await world.StartServiceAsync();
        await world.WaveAsync(asker, wavesInTheBackup);
        await world.UntilAsync(world.Now + Duration.FromMinutes(5));
        var (asked, before) = (world.Asked(), CardsSent(world));
        Assert.That(asked, Has.Count.EqualTo(3 * (wavesInTheBackup + 1)));

        await world.StopServiceAsync();
        SqliteConnection.ClearAllPools();
        File.Delete(world.Database + "-wal");
        File.Delete(world.Database + "-shm");
        File.Copy(backup, world.Database, overwrite: true);
        var output = new StringWriter();
        var launch = new LaunchOptions
        {
            DatabaseFile = world.Database, LogLevel = "None",
            ExtraSettings = HelpWorld.Settings.ToDictionary(setting => setting.Key, setting => setting.Value),
        };
        var code = await RestoredDatabase.RunAsync(
            [.. ServiceSettings.For(world.Server, launch)], output,
            builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(world.Tenant.Clock)));
        Assert.That(code, Is.Zero, output.ToString());
        await world.StartServiceAsync();
        await world.UntilAsync(row.HearsBy!.Value - Duration.FromMinutes(1));
        Assert.That(CardsSent(world), Is.EqualTo(before), "no other wave");
        if (wavesInTheBackup > 0)
        {
            // Whoever was asked before the backup can still help.
            var known = await world.ReadAsync(db => db.HelpOffers.Where(offer => offer.State == HelpOfferState.Open)
                .Select(offer => offer.PersonId).ToListAsync());
            Assert.That(known, Has.Count.EqualTo(3));
        }

        await world.UntilAsync(row.HearsBy.Value + Duration.FromMinutes(1));
        Assert.That((await world.QuestionOfAsync(asker))!.State, Is.EqualTo(HelpRequestState.NotTaken));
        Assert.That(world.CardOf(asker).Text, Does.Contain(SamplePeople.Host.Name), "at the announced moment");
    }

    private static int CardsSent(World world) => world.People.Sum(person => world.MessagesTo(person).Count);
}
