using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Outages;

/// <summary>Many due messages while one takes long, as after a 429: the others do not wait for it.</summary>
internal sealed class DueMessagesTests
{
    private const int ATurn = 2000;
    private const int More = 100;

    private PrivacyWorld world = null!;
    private Instant dueAt;

    [SetUp]
    public async Task StartAsync()
    {
        world = await PrivacyWorld.StartAsync();
        await world.JoinAsync(world.People[0]);

        // Due only for the clock of this test, so that no sweep of the service takes them.
        dueAt = Instant.FromDateTimeOffset(world.Clock.Now) + Duration.FromMinutes(30);
        var person = world.People[0].ObjectId.ToString();
        await world.WriteAsync(db =>
        {
            db.Messages.AddRange(Enumerable.Range(1, ATurn + More).Select(number => new Message
            {
                Id = IdOf(number), PersonId = person, Kind = MessageKind.Welcome, SubjectId = IdOf(number), DueAt = dueAt,
                State = MessageState.Planned,
            }));
            return Task.CompletedTask;
        });
    }

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Read_FirstMessageStillUnderWay_GoesOnAfterATurn() =>
        Assert.That(await SendAllButTheFirstAsync(), Is.EqualTo(ATurn + More));

    [Test]
    public async Task Read_TaskIsDue_EndsAfterATurn()
    {
        await world.WriteAsync(db =>
        {
            db.DueTasks.Add(new DueTask { Id = IdOf(0), Kind = DueTaskKind.SettleRound, SubjectId = IdOf(0), DueAt = dueAt });
            return Task.CompletedTask;
        });

        Assert.That(await SendAllButTheFirstAsync(), Is.LessThanOrEqualTo(ATurn));
    }

    /// <returns>How many messages were given out.</returns>
    private async Task<int> SendAllButTheFirstAsync()
    {
        var due = new DueMessages(
            world.Services.GetRequiredService<Database>(), world.Services.GetRequiredService<NextSweep>(), shard: null,
            new LaterClock(dueAt.ToDateTimeOffset()));
        var (sent, count) = (new List<MessageBatch>(), 0);
        await foreach (var batch in due.ReadAsync(() => true, CancellationToken.None))
        {
            if (++count > 1)
            {
                sent.Add(batch);
            }

            if (count % More == 0)
            {
                var ids = sent.SelectMany(ended => ended.Messages).ToList();
                await world.Services.GetRequiredService<Database>().RunAsync(
                    db => db.Messages.Where(message => ids.Contains(message.Id))
                        .ExecuteUpdateAsync(set => set.SetProperty(message => message.State, MessageState.Accepted)),
                    CancellationToken.None);
                sent.ForEach(due.Ended);
                sent.Clear();
            }
        }

        return count;
    }

    private static Guid IdOf(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    private sealed class LaterClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
