namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>
/// The cloud the simulated tenant is in: the resources Entra issues tokens for, and who signs the channel's tokens. Written down from
/// https://learn.microsoft.com/graph/deployments and https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high, apart
/// from the service's own table, so that a mistake in one of the two shows.
/// </summary>
/// <param name="Graph">Graph as a resource.</param>
/// <param name="Connector">The connector as a resource.</param>
/// <param name="ChannelIssuer">The issuer that every bot must expect.</param>
internal sealed record TenantCloud(string Graph, string Connector, string ChannelIssuer)
{
    public static readonly TenantCloud Public =
        new("https://graph.microsoft.com", "https://api.botframework.com", "https://api.botframework.com");

    public static readonly TenantCloud UsGov =
        new("https://graph.microsoft.us", "https://api.botframework.us", "https://api.botframework.us");

    public static readonly TenantCloud UsGovDod = UsGov with { Graph = "https://dod-graph.microsoft.us" };
}
