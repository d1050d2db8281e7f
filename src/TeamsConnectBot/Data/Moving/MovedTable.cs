using Microsoft.EntityFrameworkCore.Metadata;

namespace TeamsConnectBot.Data.Moving;

/// <summary>One table that is moved from one database to another.</summary>
internal abstract class MovedTable(IEntityType type)
{
    public string Name { get; } = type.GetTableName()!;

    public int Rows { get; protected set; }

    public string Hash { get; protected set; } = "";

    protected IEntityType Type { get; } = type;

    /// <summary>Every table of the model; tables that others refer to come first.</summary>
    public static IEnumerable<MovedTable> AllOf(IModel model) => model.GetEntityTypes()
        .OrderBy(type => type.GetForeignKeys().Count()).ThenBy(type => type.GetTableName(), StringComparer.Ordinal)
        .Select(type => (MovedTable)Activator.CreateInstance(typeof(MovedTable<>).MakeGenericType(type.ClrType), type)!);

    /// <returns>The problem; null when both databases hold the same rows.</returns>
    public abstract Task<string?> MoveAsync(ConnectDb source, ConnectDb target, CancellationToken cancellationToken);
}

/// <inheritdoc cref="MovedTable"/>
internal sealed class MovedTable<T>(IEntityType type) : MovedTable(type)
    where T : class
{
    private const int Batch = 500;

    public override async Task<string?> MoveAsync(ConnectDb source, ConnectDb target, CancellationToken cancellationToken)
    {
        if (await target.Set<T>().AnyAsync(cancellationToken))
        {
            return "there are rows in PostgreSQL already.";
        }

        var read = new RowHash(Type);
        await foreach (var row in source.Set<T>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            read.Add(row);
            target.Add(row);
            if (read.Rows % Batch == 0)
            {
                await SaveAsync(target, cancellationToken);
            }
        }

        await SaveAsync(target, cancellationToken);
        var written = new RowHash(Type);
        await foreach (var row in target.Set<T>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            written.Add(row);
        }

        (Rows, Hash) = (read.Rows, read.Value);
        return (written.Rows, written.Value) == (read.Rows, read.Value)
            ? null
            : $"{read.Rows} rows were read and {written.Rows} arrived, or their contents differ.";
    }

    private static async Task SaveAsync(ConnectDb target, CancellationToken cancellationToken)
    {
        await target.SaveChangesAsync(cancellationToken);
        target.ChangeTracker.Clear();
    }
}
