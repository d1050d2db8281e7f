using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>What to do when Graph gave no usable answer.</summary>
internal static class GraphRemedies
{
    public static string For(GraphFailure failure, string whenDenied, string whenMissing) => failure switch
    {
        GraphFailure.Denied => $"{whenDenied} A permission just granted can take an hour.",
        GraphFailure.NotFound => whenMissing,
        GraphFailure.NoToken => "Mend the token first, see above.",
        GraphFailure.Throttled => "Graph has too much to do for this tenant; try again in a few minutes.",
        GraphFailure.Rejected => "Graph refused the request as it stands; check the ids in the settings.",
        GraphFailure.Unreadable => "Something else than Graph answered, such as a proxy's page: check Graph:BaseUrl and what stands between.",
        _ => "Graph can't be reached: check Graph:BaseUrl, the network and the proxy.",
    };
}
