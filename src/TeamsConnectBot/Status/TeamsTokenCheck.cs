using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Hosting;

namespace TeamsConnectBot.Status;

/// <summary>The token for the connector of Teams; none is needed in Development without an app id.</summary>
internal sealed class TeamsTokenCheck(TeamsConnector connector, IOptions<BotOptions> options) : TokenCheck("teamsToken")
{
    public override async Task<PartFinding> CheckAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.Value.AppId))
        {
            return new PartFinding(PartState.NotConfigured);
        }

        await connector.AuthorizeAsync(cancellationToken);
        return PartFinding.Works;
    }
}
