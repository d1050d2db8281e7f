using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Privacy;

/// <summary>A column that says something about a person.</summary>
/// <param name="Name">As in the database.</param>
/// <param name="Why">What it is needed for.</param>
/// <param name="Kept">How long, in the words of <see cref="Privacy.Kept"/>.</param>
/// <param name="Export">What the person gets of it; null for secrets that say nothing.</param>
internal sealed record PersonalColumn<TRow>(string Name, string Why, string Kept, Func<TRow, object?>? Export);

/// <summary>The same, whatever its table.</summary>
internal sealed record PersonalColumn(string Name, string Why, string Kept, bool IsExported);

/// <summary>What one table holds about one person.</summary>
/// <param name="Rows">By column, as the export has them.</param>
/// <param name="Until">When the last of them goes; null when they stay as long as the person.</param>
internal sealed record PersonalRows(string Table, DataKind Kind, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, Instant? Until);

/// <summary>One table with rows about people: how a person's are found, exported and erased.</summary>
internal abstract class PersonalTable
{
    public abstract string Name { get; }

    public abstract IReadOnlyList<PersonalColumn> Columns { get; }

    public abstract Task<PersonalRows> FindAsync(ConnectDb db, string personId, CancellationToken cancellationToken);

    /// <summary>Whether there is anything about a person to erase, in their own rows or in others'.</summary>
    public abstract Task<bool> HoldsAsync(ConnectDb db, string personId, CancellationToken cancellationToken);

    public abstract Task EraseAsync(ConnectDb db, string personId, CancellationToken cancellationToken);
}

/// <param name="name">The table's.</param>
/// <param name="kind">What the person's own overview calls it.</param>
/// <param name="of">Which rows are about a person.</param>
/// <param name="columns">Every column that says something about them.</param>
internal sealed class PersonalTable<TRow>(
    string name, DataKind kind, Func<string, Expression<Func<TRow, bool>>> of, IReadOnlyList<PersonalColumn<TRow>> columns) : PersonalTable
    where TRow : class
{
    public override string Name => name;

    public override IReadOnlyList<PersonalColumn> Columns { get; } =
        [.. columns.Select(column => new PersonalColumn(column.Name, column.Why, column.Kept, column.Export is not null))];

    /// <summary>When a row goes by itself.</summary>
    public Func<TRow, Instant>? Goes { get; init; }

    /// <summary>Takes a person out of a row that others are in too; without it the row goes.</summary>
    public Action<TRow, string>? TakeOut { get; init; }

    /// <summary>Rows of others that name a person, who is never told of them: how they are found, and how the person is taken out.</summary>
    public (Func<string, Expression<Func<TRow, bool>>> Of, Action<TRow> TakeOut)? OfOthers { get; init; }

    public override async Task<PersonalRows> FindAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        var rows = await db.Set<TRow>().Where(of(personId)).ToListAsync(cancellationToken);
        var exported = columns.Where(column => column.Export is not null).ToList();
        return new PersonalRows(
            name,
            kind,
            [.. rows.Select(row => exported.ToDictionary(column => column.Name, column => column.Export!(row)))],
            Goes is { } goes && rows.Count > 0 ? rows.Max(goes) : null);
    }

    public override async Task<bool> HoldsAsync(ConnectDb db, string personId, CancellationToken cancellationToken) =>
        kind != DataKind.Office
        && (await db.Set<TRow>().AnyAsync(of(personId), cancellationToken)
            || (OfOthers is { } others && await db.Set<TRow>().AnyAsync(others.Of(personId), cancellationToken)));

    public override async Task EraseAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        if (OfOthers is { } others)
        {
            foreach (var row in await db.Set<TRow>().Where(others.Of(personId)).ToListAsync(cancellationToken))
            {
                others.TakeOut(row);
            }
        }

        var rows = await db.Set<TRow>().Where(of(personId)).ToListAsync(cancellationToken);
        if (TakeOut is not { } takeOut)
        {
            db.Set<TRow>().RemoveRange(rows);
            return;
        }

        foreach (var row in rows)
        {
            takeOut(row, personId);
        }
    }
}
