using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using TeamsConnectBot.BotFramework.Tests.Testing;
using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.BotFramework.Tests.Hosting;

internal sealed class DuplicateTests : BotTestFixture
{
    [Test]
    public async Task Message_DeliveredTwice_ActsOnce()
    {
        var message = Bot.Message("hoi");

        var answers = new[] { await Bot.PostAsync(message), await Bot.PostAsync(message) };

        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(200));
        Assert.That(Bot.Script.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Message_SameIdInAnotherConversation_IsHandled()
    {
        var message = Bot.Message("hoi");
        await Bot.PostAsync(message);
        message["conversation"]!["id"] = "a:2";
        await Bot.PostAsync(message);

        Assert.That(Bot.Script.Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Click_DeliveredTwice_GetsTheSameAnswer()
    {
        var count = 0;
        Bot.Script.OnAction = (_, _, _) => Task.FromResult(CardAnswer.Message($"{++count}"));
        var click = Bot.Click("accept");

        await Bot.PostAsync(click);
        var second = await Bot.PostAsync(click);

        Assert.That(second.Body!["value"]!.GetValue<string>(), Is.EqualTo("1"));
        Assert.That(Bot.Script.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Click_DeliveredAgainWhileHandled_WaitsForTheSameAnswer()
    {
        await RestartBotAsync(settings => settings["Bot:AnswerWithin"] = "00:00:10");
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Bot.Script.OnAction = async (_, _, _) =>
        {
            begun.TrySetResult();
            await go.Task;
            return CardAnswer.Message("once");
        };
        var click = Bot.Click("accept").ToJsonString();
        var token = Channel.Token.Write();

        var first = Bot.PostAsync(click, token);
        await begun.Task;
        var second = Bot.PostAsync(click, token);
        go.SetResult();
        var answers = await Task.WhenAll(first, second);

        Assert.That(answers.Select(a => a.Body!["value"]!.GetValue<string>()), Is.EqualTo(new[] { "once", "once" }));
        Assert.That(Bot.Script.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Click_FailedFirst_ActsWhenDeliveredAgain()
    {
        var count = 0;
        Bot.Script.OnAction = (_, _, _) => ++count == 1
            ? throw new InvalidOperationException("boem")
            : Task.FromResult(CardAnswer.Message("second"));
        var click = Bot.Click("accept");

        await Bot.PostAsync(click);
        var second = await Bot.PostAsync(click);

        Assert.That(second.Body!["value"]!.GetValue<string>(), Is.EqualTo("second"));
    }

    [Test]
    public async Task Click_DeliveredAgainWithoutStoredAnswer_IsMarkedRepeated()
    {
        // Like a persistent ledger: it remembers that a click was handled, not with what answer.
        await RestartBotAsync(services: services => services
            .AddScoped<IActivityLedger, LedgerWithoutAnswers>().AddSingleton<LedgerWithoutAnswers.Store>());
        var click = Bot.Click("accept");

        await Bot.PostAsync(click);
        var second = await Bot.PostAsync(click);

        Assert.That(second.Body!["value"]!.GetValue<string>(), Is.EqualTo("current state"));
        Assert.That(Bot.Script.Calls, Is.EqualTo(new[] { "action accept 7 by anna-entra on card-1", "repeated accept" }));
    }

    [Test]
    public async Task Ledger_Full_ForgetsTheOldest()
    {
        var ledger = new InMemoryActivityLedger(2);
        foreach (var id in new[] { "1", "2", "3" })
        {
            await ledger.RecordAsync(new ActivityKey("a", id), new ActivityOutcome(id), default);
        }

        Assert.That(await ledger.FindAsync(new ActivityKey("a", "1"), default), Is.Null);
        Assert.That(await ledger.FindAsync(new ActivityKey("a", "2"), default), Is.EqualTo(new ActivityOutcome("2")));
        Assert.That(await ledger.FindAsync(new ActivityKey("a", "3"), default), Is.EqualTo(new ActivityOutcome("3")));
    }

    private sealed class LedgerWithoutAnswers(LedgerWithoutAnswers.Store store) : IActivityLedger
    {
        public ValueTask<ActivityOutcome?> FindAsync(ActivityKey key, CancellationToken cancellationToken) =>
            ValueTask.FromResult(store.Done.ContainsKey(key) ? new ActivityOutcome(null) : null);

        public ValueTask RecordAsync(ActivityKey key, ActivityOutcome outcome, CancellationToken cancellationToken)
        {
            store.Done[key] = true;
            return ValueTask.CompletedTask;
        }

        internal sealed class Store
        {
            public ConcurrentDictionary<ActivityKey, bool> Done { get; } = new();
        }
    }
}
