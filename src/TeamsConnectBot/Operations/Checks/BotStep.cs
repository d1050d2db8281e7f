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
    public static readonly Finding NoAppId = new(
        "no-app-id", "Bot:AppId is not set, so only loopback in Development can reach the bot.",
        "Set Bot:AppId to the app id of the Azure Bot.");

    public static readonly Finding NotRegistered = new(
        "not-registered", "the connector does not know the bot (HTTP 401).", StatusWords.Remedy("sending.NotRegistered"));

    public static readonly Finding DisabledByAdmin = new(
        "disabled-by-admin", "an administrator blocked the app for everybody.", StatusWords.Remedy("sending.DisabledByAdmin"));

    public static readonly Finding WrongHost = new(
        "wrong-connector", "the connector at Bot:DefaultServiceUrl serves another cloud.", StatusWords.Remedy("sending.WrongHost"));

    public static readonly Finding Unreachable = new(
        "connector-unreachable", "the connector gave no usable answer (…).",
        "Check Bot:DefaultServiceUrl, the network and the proxy; with Throttled or ServiceError try again in a few minutes.");

    private const string NoConversation = "a:teamsconnectbot-check";

    public override IEnumerable<Check> Checks =>
        [new Check("bot", "bot registration", TryAsync) { Needs = [TokenStep.ForBot] }];

    private async Task<CheckResult> TryAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.Value.AppId))
        {
            return NoAppId.With();
        }

        try
        {
            await connector.GetMemberAsync(options.Value.DefaultServiceUrl, NoConversation, NoConversation, cancellationToken);
            return CheckResult.Good();
        }
        catch (ConnectorException failure)
        {
            return Judge(failure);
        }
    }

    private static CheckResult Judge(ConnectorException failure) => failure.Failure switch
    {
        ConnectorFailure.ConversationNotFound or ConnectorFailure.ActivityNotFound or ConnectorFailure.BadRequest
            or ConnectorFailure.NotInRoster => CheckResult.Good(),
        ConnectorFailure.BotNotRegistered => NotRegistered.With(),
        ConnectorFailure.DisabledByAdmin => DisabledByAdmin.With(),
        ConnectorFailure.WrongHost => WrongHost.With(),
        _ => Unreachable.With($"{failure.Failure}"),
    };
}
