using System.Linq.Expressions;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.PersonalData;

/// <summary>A column that says something about a person.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Why">What it is needed for.</param>
/// <param name="Kept">How long it is kept, in the words of <see cref="RetentionTexts"/>.</param>
internal record PersonalColumn(string Name, string Why, string Kept, bool IsExported);

/// <param name="Export">The value in the person's export; null for secrets and for what would reveal something about others.</param>
internal sealed record PersonalColumn<TRow>(string Name, string Why, string Kept, Func<TRow, object?>? Export)
    : PersonalColumn(Name, Why, Kept, Export is not null);

/// <summary>What one table holds about one person.</summary>
/// <param name="Rows">Each row's values by column, as in the export.</param>
/// <param name="Until">When the last of them is deleted; null when they stay as long as the person has the app.</param>
internal sealed record PersonalRows(string Table, DataKind Kind, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, Instant? Until);

/// <summary>One table with rows about people: how a person's rows are found, exported and erased.</summary>
internal abstract class PersonalTable
{
    public abstract string Name { get; }

    public abstract IReadOnlyList<PersonalColumn> Columns { get; }

    /// <summary>
    /// A table about what people did in a role. Its rows stay when somebody is forgotten as a participant: an audit log that its subjects
    /// can erase proves nothing.
    /// </summary>
    public static PersonalTable<TRow> InOffice<TRow>(
        string name, Func<string, Expression<Func<TRow, bool>>> of, IReadOnlyList<PersonalColumn<TRow>> columns)
        where TRow : class => new(name, DataKind.Office, of, columns) { RemovePerson = (_, _) => { } };

    public abstract Task<PersonalRows> FindAsync(ConnectDb db, string personId, CancellationToken cancellationToken);

    /// <summary>Whether there is anything about a person to erase, in their own rows or in others'.</summary>
    public abstract Task<bool> HoldsAsync(ConnectDb db, string personId, CancellationToken cancellationToken);

    public abstract Task EraseAsync(ConnectDb db, string personId, CancellationToken cancellationToken);

    /// <summary>The people in the table whose account is looked up every day; none by default.</summary>
    public abstract Task<List<string>> AccountsAsync(ConnectDb db, CancellationToken cancellationToken);
}

/// <param name="name">The table's name.</param>
/// <param name="kind">The kind under which the person's own overview shows it.</param>
/// <param name="of">Which rows are about a person.</param>
/// <param name="columns">Every column that says something about them.</param>
internal sealed class PersonalTable<TRow>(
    string name, DataKind kind, Func<string, Expression<Func<TRow, bool>>> of, IReadOnlyList<PersonalColumn<TRow>> columns) : PersonalTable
    where TRow : class
{
    public override string Name => name;

    public override IReadOnlyList<PersonalColumn> Columns => columns;

    /// <summary>When a row's retention period ends.</summary>
    public Func<TRow, Instant>? ExpiresAt { get; init; }

    /// <summary>Takes a person out of a row that is about others too; without it the whole row is deleted.</summary>
    public Action<TRow, string>? RemovePerson { get; init; }

    /// <summary>
    /// Other people's rows that name the person, who is never told of them: how to find them, and how to take the person out.
    /// </summary>
    public (Func<string, Expression<Func<TRow, bool>>> Of, Action<TRow> RemovePerson)? OfOthers { get; init; }

    /// <summary>
    /// Which of a person's rows they may see yet; all of them by default. The others are erased with the person like any.
    /// </summary>
    public Func<string, Expression<Func<TRow, bool>>>? Shown { get; init; }

    /// <summary>Replaces or removes, in rows read for their owner, what they may not know yet.</summary>
    public Func<ConnectDb, List<TRow>, CancellationToken, Task>? Withhold { get; init; }

    /// <summary>The person in a row who is erased once they have left the directory.</summary>
    public Expression<Func<TRow, string?>>? Account { get; init; }

    public override async Task<PersonalRows> FindAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        var held = db.Set<TRow>().AsNoTracking().Where(of(personId));
        var rows = await (Shown is { } shown ? held.Where(shown(personId)) : held).ToListAsync(cancellationToken);
        await (Withhold?.Invoke(db, rows, cancellationToken) ?? Task.CompletedTask);
        var exported = columns.Where(column => column.IsExported).ToList();
        return new PersonalRows(
            name, kind, [.. rows.Select(row => exported.ToDictionary(column => column.Name, column => column.Export!(row)))],
            ExpiresAt is { } expiresAt && rows.Count > 0 ? rows.Max(expiresAt) : null);
    }

    public override async Task<bool> HoldsAsync(ConnectDb db, string personId, CancellationToken cancellationToken) =>
        kind != DataKind.Office
        && (await db.Set<TRow>().AnyAsync(of(personId), cancellationToken)
            || (OfOthers is { } others && await db.Set<TRow>().AnyAsync(others.Of(personId), cancellationToken)));

    public override async Task EraseAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        if (OfOthers is { } others)
        {
            (await RowsAsync(db, others.Of(personId), cancellationToken)).ForEach(others.RemovePerson);
        }

        var rows = await RowsAsync(db, of(personId), cancellationToken);
        if (RemovePerson is { } removePerson)
        {
            rows.ForEach(row => removePerson(row, personId));
            return;
        }

        db.Set<TRow>().RemoveRange(rows);
    }

    public override async Task<List<string>> AccountsAsync(ConnectDb db, CancellationToken cancellationToken) => Account is { } account
        ? await db.Set<TRow>().Select(account).Where(person => person != null).Select(person => person!).Distinct()
            .ToListAsync(cancellationToken)
        : [];

    private static Task<List<TRow>> RowsAsync(ConnectDb db, Expression<Func<TRow, bool>> which, CancellationToken cancellationToken) =>
        db.Set<TRow>().Where(which).ToListAsync(cancellationToken);
}
