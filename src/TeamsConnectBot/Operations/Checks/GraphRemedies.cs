using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>What to do when Graph gave no usable response.</summary>
internal static class GraphRemedies
{
    public static string For(GraphFailure failure, string whenDenied, string whenMissing) => failure switch
    {
        GraphFailure.Denied => $"{whenDenied} A permission that was just granted can take an hour to work.",
        GraphFailure.NotFound => whenMissing,
        GraphFailure.NoToken => "Fix the token first, see above.",
        GraphFailure.Throttled => "Graph throttles this tenant; try again in a few minutes.",
        GraphFailure.Rejected => "Graph rejected the request; check the ids in the settings.",
        GraphFailure.Unreadable => "Something other than Graph answered, such as a proxy: check Graph:BaseUrl and the network in between.",
        _ => "Graph can't be reached: check Graph:BaseUrl, the network and the proxy.",
    };
}
