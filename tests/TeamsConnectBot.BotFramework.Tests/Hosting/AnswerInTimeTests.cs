using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.BotFramework.Tests.Testing;
using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.BotFramework.Tests.Hosting;

internal sealed class AnswerInTimeTests : BotTestFixture
{
    [Test]
    public async Task Click_SlowHandler_IsAnsweredInTimeAndTheCardFollows()
    {
        await RestartBotAsync(settings => settings["Bot:AnswerWithin"] = "00:00:00.2");
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var updated = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Bot.Script.OnAction = async (_, _, _) =>
        {
            await go.Task;
            return CardAnswer.Card(new AdaptiveCard { Lang = "nl", Body = [new TextBlock { Text = "Klaar" }] });
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
        await updated.Task.WaitAsync(TimeSpan.FromMinutes(5));
        Assert.That(Channel.Received.Single().Body, Does.Contain("Klaar"));
    }

    [Test]
    public async Task Click_SlowHandlerAnswersWithALine_IsSentAsPlainText()
    {
        var sent = await LateMessageAsync(() => CardAnswer.Message("[klik](https://x.example) **x**"));

        Assert.That(sent["text"]!.GetValue<string>(), Is.EqualTo("[klik](https://x.example) **x**"));
        Assert.That(sent["textFormat"]!.GetValue<string>(), Is.EqualTo("plain"));
    }

    [Test]
    public async Task Click_SlowHandlerFails_IsToldSoAfterTheInterimAnswer()
    {
        var sent = await LateMessageAsync(() => throw new InvalidOperationException("the database is away"));

        Assert.That(sent["text"]!.GetValue<string>(), Is.EqualTo("Er ging iets mis. Probeer het over een minuut nog eens."));
    }

    [Test]
    public async Task Click_SlowHandlerAnswersWithAnError_IsToldSoAfterTheInterimAnswer()
    {
        var sent = await LateMessageAsync(() => CardAnswer.Error(400, "BadRequest", "no such card"));

        Assert.That(sent["text"]!.GetValue<string>(), Is.EqualTo("Er ging iets mis. Probeer het over een minuut nog eens."));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Click_SlowHandlerInAChannel_IsAnsweredToThePersonWhoClicked(bool isRefused)
    {
        await RestartBotAsync(settings => settings["Bot:AnswerWithin"] = "00:00:00.2");
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Bot.Script.OnAction = async (_, _, _) =>
        {
            await go.Task;
            return CardAnswer.Message("Dat is voor de eigenaren.");
        };
        Channel.Expect("POST v3/conversations/a%3A1/activities?isTargetedActivity=true", async http =>
        {
            http.Response.StatusCode = isRefused ? 400 : 201;
            await http.Response.WriteAsync("{}");
            sent.TrySetResult();
        });
        if (isRefused)
        {
            Channel.Expect("POST v3/conversations", 403, """{"error":{"code":"ForbiddenOperationException"}}""");
        }

        var click = Bot.Click("accept");
        click["conversation"]!["conversationType"] = "channel";
        await Bot.PostAsync(click);
        go.SetResult();
        await sent.Task.WaitAsync(TimeSpan.FromMinutes(5));
        await Bot.StopAsync();
    }

    [Test]
    public async Task Message_SlowHandler_IsAcceptedInTimeAndContinues()
    {
        await RestartBotAsync(settings => settings["Bot:AnswerWithin"] = "00:00:00.2");
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Bot.Script.OnMessage = async (turn, stop) =>
        {
            await go.Task;
            await turn.SendActivityAsync(MessageFactory.Text("klaar"), stop);
            done.SetResult(stop.IsCancellationRequested);
        };
        Channel.Expect("POST v3/conversations/a%3A1/activities", 201, """{"id":"m"}""");

        Assert.That((await Bot.PostAsync(Bot.Message("hoi"))).Status, Is.EqualTo(200));
        go.SetResult();

        Assert.That(await done.Task.WaitAsync(TimeSpan.FromMinutes(5)), Is.False, "the end of the request cancelled the handler");
    }

    [Test]
    public async Task Message_HandlerBlocksItsThread_IsStillAnsweredInTime()
    {
        await RestartBotAsync(settings => settings["Bot:AnswerWithin"] = "00:00:00.2");
        using var go = new ManualResetEventSlim();
        Bot.Script.OnMessage = (_, stop) =>
        {
            go.Wait(stop);
            return Task.CompletedTask;
        };

        var answer = await Bot.PostAsync(Bot.Message("hoi"));

        Assert.That(go.IsSet, Is.False);
        Assert.That(answer.Status, Is.EqualTo(200));
        go.Set();
        await Bot.StopAsync();
    }

    // What the channel receives when a click in a personal chat is answered after its time.
    private async Task<JsonNode> LateMessageAsync(Func<AdaptiveCardInvokeResponse> answer)
    {
        await RestartBotAsync(settings => settings["Bot:AnswerWithin"] = "00:00:00.2");
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Bot.Script.OnAction = async (_, _, _) =>
        {
            await go.Task;
            return answer();
        };
        Channel.Expect("POST v3/conversations/a%3A1/activities", async http =>
        {
            http.Response.StatusCode = 201;
            await http.Response.WriteAsync("""{"id":"m"}""");
            sent.SetResult();
        });

        Assert.That((await Bot.PostAsync(Bot.Click("accept"))).Body!["value"]!.GetValue<string>(), Does.StartWith("Komt eraan."));
        go.SetResult();
        await sent.Task.WaitAsync(TimeSpan.FromMinutes(5));
        return JsonNode.Parse(Channel.Received.Single().Body)!;
    }

    [Test]
    public void AnswerWithin_Default_IsBelow3Seconds() =>
        Assert.That(new BotOptions().AnswerWithin, Is.LessThan(TimeSpan.FromSeconds(3)));

    [Test]
    public async Task Shutdown_HandlerStillRunning_WaitsForIt()
    {
        await RestartBotAsync(settings => settings["Bot:AnswerWithin"] = "00:00:00.1");
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
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
