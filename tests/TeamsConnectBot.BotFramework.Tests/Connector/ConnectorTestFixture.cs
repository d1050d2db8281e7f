using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Tests.Testing;

namespace TeamsConnectBot.BotFramework.Tests.Connector;

internal abstract class ConnectorTestFixture : BotTestFixture
{
    protected const string Send = "POST v3/conversations/a/activities";
    protected static readonly Activity Hello = MessageFactory.Text("hoi ☕");

    protected static async Task<ConnectorException> FailsAsync(Func<Task> call, ConnectorFailure expected)
    {
        var error = (await Assert.ThrowsAsync<ConnectorException>(() => call()))!;
        Assert.That(error.Failure, Is.EqualTo(expected), error.ToString());
        return error;
    }
}
