using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Hosting;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>
/// Checks whether the Bot Framework knows the bot, by asking for a member of a conversation that can't exist. A connector that accepts the
/// bot answers 'not found'.
/// </summary>
internal sealed class BotStep(TeamsConnector connector, IOptions<BotOptions> options) : CheckStep
{
    private const string Subject = "bot registration";
    private const string NoConversation = "a:teamsconnectbot-check";

    public override IEnumerable<Check> Checks => [new Check(Subject, TryAsync)];

    private async Task<CheckResult> TryAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.Value.AppId))
        {
            return new(
                Subject, "Bot:AppId is not set, so only loopback in Development can reach the bot.",
                "Set Bot:AppId to the app id of the Azure Bot.");
        }

        try
        {
            await connector.GetMemberAsync(options.Value.DefaultServiceUrl, NoConversation, NoConversation, cancellationToken);
            return new CheckResult(Subject);
        }
        catch (ConnectorException failure)
        {
            return Judge(failure);
        }
    }

    private static CheckResult Judge(ConnectorException failure) => failure.Failure switch
    {
        ConnectorFailure.ConversationNotFound or ConnectorFailure.ActivityNotFound or ConnectorFailure.BadRequest
            or ConnectorFailure.NotInRoster => new(Subject),
        _ => new(Subject, failure.Message, FixFor(failure.Failure)),
    };

    private static string FixFor(ConnectorFailure failure) => failure switch
    {
        ConnectorFailure.BotNotRegistered => StatusWords.Remedy("bot.BotNotRegistered"),
        ConnectorFailure.DisabledByAdmin => StatusWords.Remedy("bot.DisabledByAdmin"),
        ConnectorFailure.NoToken => "Fix the token for the bot first, see above.",
        ConnectorFailure.WrongHost => StatusWords.Remedy("bot.WrongHost"),
        _ => StatusWords.Remedy("bot.Unreachable"),
    };
}
