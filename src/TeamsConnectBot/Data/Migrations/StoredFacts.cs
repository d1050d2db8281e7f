namespace TeamsConnectBot.Data.Migrations;

/// <summary>The facts of an invitation are JSON text, from which a migration removes some kinds.</summary>
internal static class StoredFacts
{
    /// <param name="provider">The migration's database provider.</param>
    /// <param name="kinds">The kinds to remove, as written in the JSON.</param>
    /// <param name="where">The condition that selects the invitations.</param>
    public static string Without(string? provider, IReadOnlyList<string> kinds, string where)
    {
        var gone = string.Join(", ", kinds.Select(kind => $"'{kind}'"));
        var holds = string.Join(" OR ", kinds.Select(kind => $""" "Facts" LIKE '%"{kind}"%' """));
        var left = provider?.Contains("Npgsql", StringComparison.Ordinal) == true
            ? $"""(SELECT json_agg(fact)::text FROM json_array_elements("Facts"::json) AS fact WHERE fact ->> 'kind' NOT IN ({gone}))"""
            : $"""
                (SELECT json_group_array(json(value)) FROM json_each("Invitations"."Facts")
                WHERE json_extract(value, '$.kind') NOT IN ({gone}))
                """;
        return $"""UPDATE "Invitations" SET "Facts" = COALESCE({left}, '[]') WHERE ({holds}) AND ({where})""";
    }
}
