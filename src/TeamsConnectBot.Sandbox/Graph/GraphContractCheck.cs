using System.Text.RegularExpressions;
using TeamsConnectBot.Sandbox.Contracts;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Refuses what Graph's public description does not allow: unknown properties, options and values, and wrong types.</summary>
internal static partial class GraphContractCheck
{
    private static readonly SchemaValidator Schema = new(SchemaTable.Graph, takesUnknown: false);

    /// <summary>The 400 a request gets; null when it is in order.</summary>
    public static GraphReply? Refusal(GraphContract contract, GraphCall request) =>
        OptionRefusal(contract, request) ?? SelectRefusal(contract, request) ?? ExpandRefusal(contract, request)
        ?? OrderRefusal(contract, request) ?? BodyRefusal(contract, request);

    private static GraphReply? OptionRefusal(GraphContract contract, GraphCall request) =>
        request.Query.Keys.FirstOrDefault(
            name => name.StartsWith('$') && !contract.Options.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? GraphReply.BadRequest($"The query option '{unknown}' is not supported here.")
            : null;

    private static GraphReply? SelectRefusal(GraphContract contract, GraphCall request) =>
        Missing(contract.Answer, request.Option("$select")) is { } missing
            ? GraphReply.BadRequest($"Parsing OData Select and Expand failed: {missing}")
            : null;

    private static GraphReply? ExpandRefusal(GraphContract contract, GraphCall request)
    {
        if (request.Option("$expand") is not { } expand || contract.Answer is not { } type)
        {
            return null;
        }

        var parts = ExpandedPattern().Match(expand);
        var name = parts.Groups["name"].Value;
        return !parts.Success || !Navigations(type).Contains(name)
            ? GraphReply.BadRequest(
                $"Parsing OData Select and Expand failed: Could not find a property named '{expand}' on type 'microsoft.graph.{type}'.")
            : Missing("user", parts.Groups["select"] is { Success: true } select ? select.Value : null) is { } missing
                ? GraphReply.BadRequest($"Parsing OData Select and Expand failed: {missing}")
                : null;
    }

    private static IReadOnlyCollection<string> Navigations(string type) => SchemaTable.Graph[type].Navigations;

    private static GraphReply? OrderRefusal(GraphContract contract, GraphCall request) =>
        GraphOrder.Read(request) is { } order && !contract.Orders.Contains(order.Property, StringComparer.OrdinalIgnoreCase)
            ? GraphReply.BadRequest($"The list can't be ordered by '{order.Property}'. It can be by {string.Join(", ", contract.Orders)}.")
            : null;

    private static GraphReply? BodyRefusal(GraphContract contract, GraphCall request) =>
        contract.Body is { } type && request.Body is { } body && Schema.Problems(body, type).FirstOrDefault() is { } problem
            ? GraphReply.Error(400, "RequestBodyRead", problem.ToString())
            : null;

    private static string? Missing(string? type, string? select) =>
        type is not null && select?.Split(',', StringSplitOptions.TrimEntries) is { } names
        && names.FirstOrDefault(name => !SchemaTable.Graph[type].Properties.ContainsKey(name)) is { } unknown
            ? $"Could not find a property named '{unknown}' on type 'microsoft.graph.{type}'."
            : null;

    [GeneratedRegex(@"^\s*(?<name>\w+)\s*(?:\(\s*\$select=(?<select>[\w,\s]+)\))?\s*$")]
    private static partial Regex ExpandedPattern();
}
