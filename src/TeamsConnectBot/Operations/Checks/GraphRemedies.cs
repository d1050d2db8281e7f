using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>What to do when Graph gave no usable response.</summary>
internal static class GraphRemedies
{
    public static string For(GraphFailure failure, string whenDenied, string whenMissing) => failure switch
    {
        GraphFailure.Denied => whenDenied,
        GraphFailure.NotFound => whenMissing,
        GraphFailure.NoToken => "Fix the token first, see above.",
        GraphFailure.Throttled => StatusWords.Remedy("graph.Throttled"),
        GraphFailure.Rejected => StatusWords.Remedy("graph.Rejected"),
        GraphFailure.Unreadable => StatusWords.Remedy("graph.Unreadable"),
        _ => StatusWords.Remedy("graph.Unreachable"),
    };
}
