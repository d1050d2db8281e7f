using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>Whom people can turn to, as <c>help</c> shows them.</summary>
internal sealed class ContactsModel(OrganisationBook book, OwnSettings own, CardPreviews previews) : AdminPage
{
    private const int Blank = 2;
    private const int Most = 12;

    public bool FromSettings { get; private set; }

    /// <summary>Whether the form holds what was typed and is not in use yet.</summary>
    public bool IsTyped { get; private set; }

    public IReadOnlyList<ContactRow> Rows { get; private set; } = [];

    /// <summary>What is wrong, each at its field.</summary>
    public IReadOnlyList<FormProblem> Problems { get; private set; } = [];

    public IReadOnlyList<CardPreview> Previews { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(
            [.. own.Contacts.Select(ContactRow.Of), .. MayChange ? Enumerable.Repeat(ContactRow.Empty, Blank) : []], cancellationToken);
        Previews = previews.Contacts();
    }

    /// <summary>Shows the typed list as people would get it; nothing is kept.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(
        string?[] name, string?[] nameEn, string?[] reach, string?[] reachEn, CancellationToken cancellationToken) => MayChange
        ? await TypedAsync(ContactRow.Read(name, nameEn, reach, reachEn), cancellationToken)
        : NotAllowed();

    public async Task<IActionResult> OnPostSaveAsync(
        string?[] name, string?[] nameEn, string?[] reach, string?[] reachEn, CancellationToken cancellationToken)
    {
        if (!MayChange)
        {
            return NotAllowed();
        }

        var rows = ContactRow.Read(name, nameEn, reach, reachEn);
        var filled = rows.Where(row => !row.IsEmpty).ToList();
        if (filled.Count > Most || ProblemsOf(rows).Any())
        {
            Tell(filled.Count > Most ? T.Say("contacts.most", Most) : T["contacts.notSaved"], isProblem: true);
            return await TypedAsync(rows, cancellationToken);
        }

        await book.SetContactsAsync([.. filled.Select(row => row.ToContact())], Me, cancellationToken);
        Tell(T["saved"]);
        return Redirect("/admin/contacts");
    }

    public static string ElementOf(string field, int row) => $"{field}{row}";

    public IEnumerable<string> At(string element) => Problems.Where(problem => problem.Element == element).Select(problem => problem.Text);

    private IEnumerable<FormProblem> ProblemsOf(IEnumerable<ContactRow> rows) =>
        rows.SelectMany((row, index) => row.IsEmpty ? [] : row.Fields
        .Where(field => ContactRow.Problem(field) is not null)
        .Select(field => new FormProblem(ElementOf(field.Field, index), T.Say(ContactRow.Problem(field)!, ContactRow.Longest))));

    private async Task<IActionResult> TypedAsync(IReadOnlyList<ContactRow> rows, CancellationToken cancellationToken)
    {
        IsTyped = true;
        Problems = [.. ProblemsOf(rows)];
        await ShowAsync(rows, cancellationToken);
        var filled = rows.Where(row => !row.IsEmpty).Select(row => row.ToContact()).ToList();
        Previews = Problems.Count == 0 && filled.Count is > 0 and <= Most ? previews.Contacts(filled) : [];
        return Page();
    }

    private async Task ShowAsync(IReadOnlyList<ContactRow> rows, CancellationToken cancellationToken) =>
        (Rows, FromSettings) = (rows, (await book.ContactsAsync(cancellationToken)).Count == 0);
}
