using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TeamsConnectBot.Data.Migrations;

/// <summary>
/// What people like to talk about and to learn, and the organisation's list of topics. What they chose so far moves out of their
/// preferences; the list's shipped topics keep their names as keys.
/// </summary>
[DbContext(typeof(ConnectDb))]
[Migration("20261130000500_Topics")]
internal sealed class TopicTables : Migration
{
    /// <summary>Moves the topics that people chose, on SQLite.</summary>
    public const string MoveOnSqlite = $"""
        {Insert} '{Before}' || json_extract("Preferences", '$.topics') || '{After}', '{Nothing}', '{Nothing}'
        FROM "Participants" WHERE json_array_length("Preferences", '$.topics') > 0
        """;

    /// <summary>Moves the topics that people chose, on PostgreSQL.</summary>
    public const string MoveOnPostgres = $"""
        {Insert} '{Before}' || ("Preferences"::jsonb -> 'topics')::text || '{After}', '{Nothing}', '{Nothing}'
        FROM "Participants" WHERE jsonb_array_length(coalesce("Preferences"::jsonb -> 'topics', '[]')) > 0
        """;

    private const string Insert = """INSERT INTO "PersonTopics" ("PersonId", "Talk", "Tell", "Learn") SELECT "PersonId",""";
    private const string Before = "{\"listed\":";
    private const string After = ",\"words\":[]}";
    private const string Nothing = Before + "[]" + After;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "PersonTopics",
            t => new
            {
                PersonId = t.Column<string>(), Talk = t.Column<string>(), Tell = t.Column<string>(), Learn = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_PersonTopics", x => x.PersonId));
        migrationBuilder.CreateTable(
            "ListedTopics",
            t => new
            {
                Key = t.Column<string>(), Position = t.Column<int>(), Nl = t.Column<string>(), En = t.Column<string>(),
                QuestionNl = t.Column<string>(), QuestionEn = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_ListedTopics", x => x.Key));
        migrationBuilder.Sql(
            migrationBuilder.ActiveProvider?.Contains("Sqlite", StringComparison.Ordinal) == true ? MoveOnSqlite : MoveOnPostgres);
    }
}
