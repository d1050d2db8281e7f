using System.Diagnostics;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.BotFramework.Tests.Testing;
using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.BotFramework.Tests.Hosting;

internal sealed class AnswerInTimeTests : BotTestFixture
{
    [Test]
    public async Task Click_SlowHandler_IsAnsweredInTimeAndTheCardFollows()
    {
        await RestartBotAsync(settings => settings["Bot:AnswerWithin"] = "00:00:00.2");
        var go = new TaskCompletionSource();
        var updated = new TaskCompletionSource();
        Bot.Script.OnAction = async (_, _, _) =>
        {
            await go.Task;
            return AdaptiveCardInvokeResponse.Card(new AdaptiveCard { Lang = "nl", Body = [new TextBlock { Text = "Klaar" }] });
        };
        Channel.Expect("PUT v3/conversations/a%3A1/activities/card-1", http =>
        {
            updated.SetResult();
            return Task.CompletedTask;
        });

        var answer = await Bot.PostAsync(Bot.Click("accept"));

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Body!["type"]!.GetValue<string>(), Is.EqualTo("application/vnd.microsoft.activity.message"));
        Assert.That(answer.Body["value"]!.GetValue<string>(), Is.EqualTo("Komt eraan. Deze kaart wordt zo bijgewerkt."));
        go.SetResult();
        await updated.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(Channel.Received.Single().Body, Does.Contain("Klaar"));
    }

    [Test]
    public async Task Message_SlowHandler_IsAcceptedInTimeAndGoesOn()
    {
        await RestartBotAsync(settings => settings["Bot:AnswerWithin"] = "00:00:00.2");
        var go = new TaskCompletionSource();
        var done = new TaskCompletionSource<bool>();
        Bot.Script.OnMessage = async (turn, stop) =>
        {
            await go.Task;
            await turn.SendActivityAsync(MessageFactory.Text("klaar"), stop);
            done.SetResult(stop.IsCancellationRequested);
        };
        Channel.Expect("POST v3/conversations/a%3A1/activities", 201, """{"id":"m"}""");

        Assert.That((await Bot.PostAsync(Bot.Message("hoi"))).Status, Is.EqualTo(200));
        go.SetResult();

        Assert.That(await done.Task.WaitAsync(TimeSpan.FromSeconds(10)), Is.False, "the request's end stopped the work");
    }

    [Test]
    public async Task Message_HandlerBlocksItsThread_IsAnsweredWithin3Seconds()
    {
        using var go = new ManualResetEventSlim();
        Bot.Script.OnMessage = (_, stop) =>
        {
            go.Wait(TimeSpan.FromSeconds(20), stop);
            return Task.CompletedTask;
        };
        var token = Channel.Token.Write();
        var body = Bot.Message("hoi").ToJsonString();
        var time = Stopwatch.StartNew();

        var answer = await Bot.PostAsync(body, token);
        time.Stop();
        go.Set();

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(time.Elapsed, Is.LessThan(TimeSpan.FromSeconds(3)));
    }

    [Test]
    public async Task Stop_WorkGoingOn_WaitsForIt()
    {
        await RestartBotAsync(settings => settings["Bot:AnswerWithin"] = "00:00:00.1");
        var go = new TaskCompletionSource();
        var done = false;
        Bot.Script.OnMessage = async (_, _) =>
        {
            await go.Task;
            done = true;
        };
        await Bot.PostAsync(Bot.Message("hoi"));

        var stop = Bot.StopAsync();
        Assert.That(stop.IsCompleted, Is.False);
        go.SetResult();
        await stop;

        Assert.That(done, Is.True);
    }
}
