namespace TeamsConnectBot.Graph.Transport;

/// <summary>The only exception that leaves this folder: a call ended without a usable answer. It is logged where it is created.</summary>
/// <param name="failure">Why it failed.</param>
/// <param name="route">The kind of call, never its address, which may identify a person.</param>
/// <param name="cause">The original exception, if any.</param>
internal sealed class GraphUnavailableException(GraphFailure failure, string route, Exception? cause = null)
    : Exception(
        $"Graph gave no usable answer for {route}: {failure}{(cause is EndlessListException endless ? $" ({endless.Message})" : "")}.",
        cause)
{
    public GraphFailure Failure { get; } = failure;

    public string Route { get; } = route;
}
