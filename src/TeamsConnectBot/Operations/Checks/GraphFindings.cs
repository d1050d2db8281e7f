using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>What can happen in any check that asks Graph.</summary>
internal static class GraphFindings
{
    public static readonly Finding Throttled = new(
        "graph-throttled", "Graph takes no more requests of this tenant for … now.", StatusWords.Remedy("graph.Throttled"));

    public static readonly Finding Rejected = new(
        "graph-rejected", "Graph rejected the request for ….", StatusWords.Remedy("graph.Rejected"));

    public static readonly Finding Unreadable = new(
        "graph-unreadable", "the answer to the request for … is not one of Graph's (…).",
        StatusWords.Remedy("graph.Unreadable"));

    public static readonly Finding Unreachable = new(
        "graph-unreachable", "Graph did not answer the request for ….", StatusWords.Remedy("graph.Unreachable"));

    /// <param name="failure">What Graph, or the way to it, did.</param>
    /// <param name="denied">What it means here that Graph denied the request.</param>
    /// <param name="missing">What it means here that Graph found nothing.</param>
    public static CheckResult For(GraphUnavailableException failure, Finding denied, Finding missing) => failure.Failure switch
    {
        GraphFailure.Denied => denied.With(),
        GraphFailure.NotFound => missing.With(),
        GraphFailure.Throttled => Throttled.With(failure.Route),
        GraphFailure.Rejected => Rejected.With(failure.Route),
        GraphFailure.Unreadable => Unreadable.With(
            failure.Route, failure.InnerException is EndlessListException endless ? endless.Message : "not the documented form"),
        _ => Unreachable.With(failure.Route),
    };
}
