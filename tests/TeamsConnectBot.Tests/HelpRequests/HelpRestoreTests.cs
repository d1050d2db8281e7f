using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Operations.Restoring;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.HelpRequests;

/// <summary>
/// A backup of before or between the waves is restored: nobody is asked again, and the asker hears when announced. A yes that was being
/// arranged is not lost.
/// </summary>
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
        var backup = await BackUpAsync(world, folder);
        await world.WaveAsync(asker, wavesInTheBackup);
        await world.UntilAsync(world.Now + Duration.FromMinutes(5));
        var (asked, before) = (world.Asked(), CardsSent(world));
        Assert.That(asked, Has.Count.EqualTo(3 * (wavesInTheBackup + 1)));

        await world.StopServiceAsync();
        await RestoreAsync(world, backup);
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

    [Test]
    public async Task Restored_WithAYesThatWasBeingArranged_ArrangesIt_AndNobodyReadsThatNobodyWasFound()
    {
        var world = await RestoredWithAYesAsync(World.At(IsoDayOfWeek.Tuesday, 15));
        var asker = world.People[0];
        await world.UntilAsync(world.Now + Duration.FromMinutes(5));

        var row = (await world.QuestionOfAsync(asker))!;
        Assert.That((row.State, row.HearsBy < world.Now), Is.EqualTo((HelpRequestState.Arranged, true)));
        Assert.That(HelpWorld.IdOf(world.PartnersOf(asker).Single()), Is.EqualTo(row.HelperId));
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 16);
        Assert.That(world.HasButton(asker, "help.helped"), Is.True);
        Assert.That(await world.ReadAsync(db => db.Messages.CountAsync(message => message.Kind == MessageKind.HelpNotTaken)), Is.Zero);
    }

    [Test]
    public async Task Restored_WithAYesWhoseMomentHasPassed_EndsTheQuestionWithoutAWord_AndLeavesNoTask()
    {
        var world = await RestoredWithAYesAsync(World.At(IsoDayOfWeek.Monday, 14));
        var before = CardsSent(world);
        Assert.That(await OpenTasksAsync(world), Is.Zero);
        await world.UntilAsync(IsoDayOfWeek.Wednesday, 12);

        var row = (await world.QuestionOfAsync(world.People[0]))!;
        Assert.That(row.State, Is.EqualTo(HelpRequestState.NotTaken));
        Assert.That(await world.ReadAsync(db => db.Meetings.Select(meeting => meeting.State).SingleAsync()), Is.EqualTo(MeetingState.Off));
        Assert.That(CardsSent(world), Is.EqualTo(before));
    }

    // Somebody says yes while Graph is away, the service is lost, and by the time it is restored the announced moment has passed.
    private async Task<World> RestoredWithAYesAsync(Instant start)
    {
        var world = await StartAsync(SamplePeople.Of(14), HelpWorld.Settings);
        await world.PrepareAsync();
        var asker = world.People[0];
        await world.AskAsync(asker);
        await world.WaveAsync(asker, 0);
        await world.WriteAsync(async db =>
        {
            foreach (var offer in await db.HelpOffers.ToListAsync())
            {
                offer.Starts = [start];
            }
        });
        var helper = world.Asked()[0];
        Instant hearsBy;
        using (world.Faults.Refuse("/v1.0/*", 503))
        {
            await world.ClickAsync(helper, "help.yes", ("slot", "0"));
            var row = (await world.QuestionOfAsync(asker))!;
            Assert.That((row.State, row.HearsBy < World.At(IsoDayOfWeek.Tuesday, 12)), Is.EqualTo((HelpRequestState.Taken, true)));
            hearsBy = row.HearsBy!.Value;
            await world.StopServiceAsync();
        }

        world.Tenant.Clock.Advance((hearsBy + Duration.FromMinutes(10) - world.Now).ToTimeSpan());
        await StartRestoredAsync(world);
        return world;
    }

    private static Task<int> OpenTasksAsync(World world) => world.ReadAsync(db => db.DueTasks.CountAsync(task =>
        task.Kind == DueTaskKind.ArrangeConnection || task.Kind == DueTaskKind.AskColleagues || task.Kind == DueTaskKind.TellAsker));

    // Stops the service, copies its database, and starts it again.
    private static async Task<string> BackUpAsync(World world, TemporaryFolder folder)
    {
        var backup = folder.File("backup.db");
        await world.StopServiceAsync();
        SqliteConnection.ClearAllPools();
        File.Copy(world.Database, backup);
        await world.StartServiceAsync();
        return backup;
    }

    // Puts the copy in the place of the database of a stopped service, and starts it.
    private static async Task RestoreAsync(World world, string backup)
    {
        SqliteConnection.ClearAllPools();
        File.Delete(world.Database + "-wal");
        File.Delete(world.Database + "-shm");
        File.Copy(backup, world.Database, overwrite: true);
        await StartRestoredAsync(world);
    }

    private static async Task StartRestoredAsync(World world)
    {
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
    }

    private static int CardsSent(World world) => world.People.Sum(person => world.MessagesTo(person).Count);
}
