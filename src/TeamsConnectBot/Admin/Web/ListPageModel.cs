using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Rules;

namespace TeamsConnectBot.Admin.Web;

/// <summary>
/// A page with a list that admins edit as a whole, with a preview of its cards. Until it can be saved, everything stays as typed, with
/// each problem at its field.
/// </summary>
internal abstract class ListPageModel<TRow> : AdminPageModel
{
    private const int BlankRows = 2;
    private const int MostRows = 12;

    /// <summary>Whether the form shows unsaved input.</summary>
    public bool IsTyped { get; private set; }

    public IReadOnlyList<TRow> Rows { get; private set; } = [];

    /// <summary>The problems, each at its field.</summary>
    public IReadOnlyList<FormProblem> Problems { get; private set; } = [];

    public IReadOnlyList<CardPreview> Previews { get; private set; } = [];

    /// <summary>Which version of the list the form was opened on, so that another tab's change is not overwritten unseen.</summary>
    public string Seen { get; private set; } = "";

    /// <summary>The page below <c>/admin</c>, and the beginning of its texts' keys.</summary>
    protected abstract string Name { get; }

    /// <summary>Which version of the list is in use.</summary>
    protected abstract string Version { get; }

    public static string ElementOf(string field, int row) => $"{field}{row}";

    public IEnumerable<string> At(string element) => Problems.Where(problem => problem.Element == element).Select(problem => problem.Text);

    /// <summary>Shows the list that is in use, with room for more.</summary>
    protected void Show(IEnumerable<TRow> used, Func<TRow> blank, IReadOnlyList<CardPreview> previews) =>
        (Seen, Rows, Previews) =
            (Version, [.. used, .. MayChange ? Enumerable.Range(0, BlankRows).Select(_ => blank()) : []], previews);

    /// <summary>Previews the typed list; nothing is stored.</summary>
    /// <param name="rows">What was typed.</param>
    /// <param name="seen">The <see cref="Seen"/> of the form it was typed into.</param>
    protected IActionResult Preview(IReadOnlyList<TRow> rows, string? seen) => MayChange ? Typed(rows, seen) : NotAllowed();

    /// <summary>Stores the typed list, or shows what is wrong with it.</summary>
    /// <param name="rows">What was typed.</param>
    /// <param name="seen">The <see cref="Seen"/> of the form it was typed into.</param>
    /// <param name="storeAsync">Stores it; false when that version is no longer the one in use.</param>
    protected async Task<IActionResult> SaveAsync(
        IReadOnlyList<TRow> rows, string? seen, Func<IReadOnlyList<TRow>, Task<bool>> storeAsync)
    {
        if (!MayChange)
        {
            return NotAllowed();
        }

        var filled = Filled(rows);
        if (filled.Count > MostRows || ProblemsOf(rows).Any())
        {
            Tell(filled.Count > MostRows ? T.Say($"{Name}.most", MostRows) : T["list.notSaved"], isProblem: true);
            return Typed(rows, seen);
        }

        if (!await storeAsync(filled))
        {
            // Saving again is allowed after this message, and only then.
            Tell(T["list.meanwhile"], isProblem: true);
            return Typed(rows, Version);
        }

        Tell(T["saved"]);
        return Redirect($"/admin/{Name}");
    }

    protected abstract bool IsEmpty(TRow row);

    /// <summary>What is wrong with the rows that are not empty.</summary>
    protected abstract IEnumerable<FormProblem> ProblemsOf(IReadOnlyList<TRow> rows);

    /// <summary>The cards as they would be with a valid list.</summary>
    protected abstract IReadOnlyList<CardPreview> PreviewsOf(IReadOnlyList<TRow> filled);

    private PageResult Typed(IReadOnlyList<TRow> rows, string? seen)
    {
        (IsTyped, Seen, Rows, Problems) = (true, seen ?? Version, rows, [.. ProblemsOf(rows)]);
        var filled = Filled(rows);
        Previews = Problems.Count == 0 && filled.Count is > 0 and <= MostRows ? PreviewsOf(filled) : [];
        return Page();
    }

    private List<TRow> Filled(IReadOnlyList<TRow> rows) => [.. rows.Where(row => !IsEmpty(row))];
}
