using System.Text.RegularExpressions;
using TeamsConnectBot.Sandbox.Contracts;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Refuses what Graph's public metadata does not allow: unknown properties, options and values, and wrong types.</summary>
internal static partial class GraphContractCheck
{
    private const string ParsingFailed = "Parsing OData Select and Expand failed: ";

    private static readonly SchemaValidator Schema = new(SchemaTable.Graph, takesUnknown: false);

    /// <summary>The 400 for an invalid request; null when the request is valid.</summary>
    public static GraphReply? Refusal(this GraphContract contract, GraphCall request) =>
        OptionRefusal(contract, request) ?? SelectRefusal(contract, request) ?? ExpandRefusal(contract, request)
        ?? OrderRefusal(contract, request) ?? BodyRefusal(contract, request);

    private static GraphReply? OptionRefusal(GraphContract contract, GraphCall request) =>
        request.Query.Keys.Where(name => name.StartsWith('$'))
            .FirstOrDefault(name => !contract.Options.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? GraphReply.BadRequest($"The query option '{unknown}' is not supported here.")
            : null;

    private static GraphReply? SelectRefusal(GraphContract contract, GraphCall request) =>
        Missing(contract.Answer, request.Option("$select")) is { } missing ? GraphReply.BadRequest(ParsingFailed + missing) : null;

    private static GraphReply? ExpandRefusal(GraphContract contract, GraphCall request)
    {
        if (request.Option("$expand") is not { } expand || contract.Answer is not { } type)
        {
            return null;
        }

        var parts = ExpandedPattern().Match(expand);
        var missing = parts.Success && SchemaTable.Graph[type].Navigations.Contains(parts.Groups["name"].Value)
            ? Missing("user", parts.Groups["select"] is { Success: true } select ? select.Value : null)
            : NotFound(expand, type);
        return missing is null ? null : GraphReply.BadRequest(ParsingFailed + missing);
    }

    private static GraphReply? OrderRefusal(GraphContract contract, GraphCall request) =>
        GraphOrder.Read(request) is { } order && !contract.Orders.Contains(order.Property, StringComparer.OrdinalIgnoreCase)
            ? GraphReply.BadRequest($"The list can't be ordered by '{order.Property}', only by {string.Join(", ", contract.Orders)}.")
            : null;

    private static GraphReply? BodyRefusal(GraphContract contract, GraphCall request) =>
        contract.Body is { } type && request.Body is { } body && Schema.Problems(body, type).FirstOrDefault() is { } problem
            ? GraphReply.Error(400, "RequestBodyRead", problem.ToString())
            : null;

    private static string? Missing(string? type, string? select) =>
        type is not null && select?.Split(',', StringSplitOptions.TrimEntries) is { } names
        && names.FirstOrDefault(name => !SchemaTable.Graph[type].Properties.ContainsKey(name)) is { } unknown
            ? NotFound(unknown, type)
            : null;

    private static string NotFound(string property, string type) =>
        $"Could not find a property named '{property}' on type 'microsoft.graph.{type}'.";

    [GeneratedRegex(@"^\s*(?<name>\w+)\s*(?:\(\s*\$select=(?<select>[\w,\s]+)\))?\s*$")]
    private static partial Regex ExpandedPattern();
}
