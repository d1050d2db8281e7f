using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>
/// An Entra id in capitals used to be taken for another person. From now on every id is stored in lower case, and duplicate rows are
/// merged. The audit log is unchanged, because its hashes cover the ids.
/// </summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261129000500_PersonIdsInOneForm")]
internal sealed class PersonIdsInOneForm : Migration
{
    private static readonly (string Table, string Column, string[]? UniqueWith)[] Columns =
    [
        ("Participants", "PersonId", []),
        ("Consents", "PersonId", null),
        ("AiUseDays", "PersonId", ["Day"]),
        ("NotWith", "PersonId", ["OtherKey"]),
        ("NotWith", "OtherId", null),
        ("CheckInsAnswered", "PersonId", ["Month"]),
        ("InteractionWatches", "PersonId", []),
        ("Invitations", "PersonId", ["RoundId"]),
        ("Members", "PersonId", ["ConnectionId"]),
        ("Connections", "OpenerId", null),
        ("Connections", "MovingId", null),
        ("Messages", "PersonId", ["Kind", "SubjectId", "Sequence"]),
        ("Coming", "PersonId", ["OccurrenceId"]),
        ("Occurrences", "HostId", null),
        ("RitualMembers", "PersonId", ["RitualId"]),
        ("Drafts", "PersonId", null),
        ("RitualChanges", "PersonId", null),
        ("Voters", "PersonId", ["FirstUseId"]),
        ("RuleVersions", "AuthorId", null),
        ("RuleDrafts", "AuthorId", null),
        ("RuleApprovals", "AskedById", null),
        ("RuleApprovals", "DecidedById", null),
        ("Trials", "StartedById", null),
        ("Stops", "ById", null),
        ("Stops", "LiftedById", null),
        ("FirstUses", "DecidedById", null),
    ];

    /// <summary>The statements, in the order in which they run.</summary>
    public static IReadOnlyList<string> Statements { get; } =
    [
        .. Columns.Where(one => one.UniqueWith is not null).Select(one => RemoveTwin(one.Table, one.Column, one.UniqueWith!)),
        .. Columns.Select(one => Lower(one.Table, one.Column)),
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var statement in Statements)
        {
            migrationBuilder.Sql(statement);
        }
    }

    // Of rows that differ only in the spelling of the id, one stays.
    private static string RemoveTwin(string table, string column, string[] uniqueWith)
    {
        var same = string.Concat(uniqueWith.Select(other => $""" AND "Twin"."{other}" = "{table}"."{other}" """));
        return $"""
            DELETE FROM "{table}" WHERE {IsCapital(table, column)} AND EXISTS (
                SELECT 1 FROM "{table}" AS "Twin" WHERE lower("Twin"."{column}") = lower("{table}"."{column}"){same}
                AND ("Twin"."{column}" = lower("{table}"."{column}") OR "Twin"."{column}" > "{table}"."{column}"))
            """;
    }

    private static string Lower(string table, string column) =>
        $"""UPDATE "{table}" SET "{column}" = lower("{column}") WHERE {IsCapital(table, column)}""";

    private static string IsCapital(string table, string column) =>
        $"""("{table}"."{column}" <> lower("{table}"."{column}") AND "{table}"."{column}" LIKE '________-____-____-____-____________')""";
}
