using Microsoft.EntityFrameworkCore.Metadata;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Compares the columns of a database with the register of personal data.</summary>
internal static class RegisterCheck
{
    public static IReadOnlyList<string> Declared { get; } =
    [
        .. Register.Tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}")),
        .. Register.OtherColumns.SelectMany(some => some.Columns.Select(column => $"{some.Table}.{column}")),
    ];

    public static IReadOnlyList<string> ColumnsOf(IModel model) =>
    [
        .. model.GetEntityTypes()
            .SelectMany(type => type.GetProperties().Select(property => $"{type.GetTableName()}.{property.GetColumnName()}")),
    ];

    public static IReadOnlyList<string> UndeclaredIn(IModel model) => [.. ColumnsOf(model).Except(Declared)];
}
