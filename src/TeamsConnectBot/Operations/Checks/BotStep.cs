using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Hosting;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>
/// Whether the Bot Framework knows the bot: a conversation that can't exist is asked for its members. 'Not found' is the
/// answer of a connector that accepts the bot.
/// </summary>
internal sealed class BotStep(TeamsConnector connector, IOptions<BotOptions> options) : CheckStep
{
    private const string Subject = "bot registration";
    private const string NoConversation = "a:teamsconnectbot-check";

    public override IEnumerable<Trial> Trials => [new Trial(Subject, TryAsync)];

    private async Task<Finding> TryAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.Value.AppId))
        {
            return new Finding(
                Subject, "Bot:AppId is not set, so only loopback in Development can reach the bot.",
                "Set Bot:AppId to the app id of the Azure Bot.");
        }

        try
        {
            await connector.GetMemberAsync(options.Value.DefaultServiceUrl, NoConversation, NoConversation, cancellationToken);
            return new Finding(Subject);
        }
        catch (ConnectorException failure)
        {
            return Judge(failure);
        }
    }

    private static Finding Judge(ConnectorException failure) => failure.Failure switch
    {
        ConnectorFailure.ConversationNotFound or ConnectorFailure.ActivityNotFound or ConnectorFailure.BadRequest or ConnectorFailure.NotInRoster => new Finding(Subject),
        ConnectorFailure.BotNotRegistered => new Finding(Subject, failure.Message, "Register the bot for this app id in Azure (infra/modules/bot.bicep), single tenant, with the Teams channel."),
        ConnectorFailure.DisabledByAdmin => new Finding(Subject, failure.Message, "An administrator blocked the app: allow it in the Teams admin centre."),
        ConnectorFailure.NoToken => new Finding(Subject, failure.Message, "Mend the token for the bot first, see above."),
        ConnectorFailure.WrongHost => new Finding(Subject, failure.Message, "Bot:DefaultServiceUrl must be the connector of your cloud."),
        _ => new Finding(Subject, failure.Message, "The connector can't be reached: check Bot:DefaultServiceUrl, the network and the proxy."),
    };
}
