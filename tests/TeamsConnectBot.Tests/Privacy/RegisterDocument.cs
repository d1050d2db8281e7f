
namespace TeamsConnectBot.Tests.Privacy;

/// <summary>The table rows that <c>docs/what-we-store.md</c> must have according to the register.</summary>
internal static class RegisterDocument
{
    public static IReadOnlyList<string> Lines() =>
    [
        .. Register.Tables.SelectMany(table => table.Columns.Select(column =>
            $"| `{table.Name}.{column.Name}` | {column.Why} | {column.Kept} | {(column.IsExported ? "yes" : "no")} |")),
        .. Register.OtherColumns.SelectMany(some => some.Columns.Select(column => $"| `{some.Table}.{column}` | {some.Why} |")),
    ];
}
