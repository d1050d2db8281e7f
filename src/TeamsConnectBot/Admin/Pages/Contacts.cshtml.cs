using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>The contacts that <c>help</c> shows.</summary>
internal sealed class ContactsModel(OrganisationStore store, OwnSettings own, CardPreviews previews) : AdminPageModel
{
    private const int Blank = 2;
    private const int Most = 12;

    public bool FromSettings { get; private set; }

    /// <summary>Whether the form shows unsaved input.</summary>
    public bool IsTyped { get; private set; }

    public IReadOnlyList<HumanContactOptions> Rows { get; private set; } = [];

    /// <summary>The problems, each at its field.</summary>
    public IReadOnlyList<FormProblem> Problems { get; private set; } = [];

    public IReadOnlyList<CardPreview> Previews { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync([.. own.Contacts, .. Enumerable.Repeat(new HumanContactOptions(), MayChange ? Blank : 0)], cancellationToken);
        Previews = previews.Contacts();
    }

    /// <summary>Previews the typed list; nothing is stored.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(
        string?[] name, string?[] nameEn, string?[] reach, string?[] reachEn, CancellationToken cancellationToken) => MayChange
        ? await TypedAsync(ContactForm.Read(name, nameEn, reach, reachEn), cancellationToken) : NotAllowed();

    public async Task<IActionResult> OnPostSaveAsync(
        string?[] name, string?[] nameEn, string?[] reach, string?[] reachEn, CancellationToken cancellationToken)
    {
        if (!MayChange)
        {
            return NotAllowed();
        }

        var rows = ContactForm.Read(name, nameEn, reach, reachEn);
        var filled = rows.Where(row => !row.IsEmpty).ToList();
        if (filled.Count > Most || ProblemsOf(rows).Any())
        {
            Tell(filled.Count > Most ? T.Say("contacts.most", Most) : T["contacts.notSaved"], isProblem: true);
            return await TypedAsync(rows, cancellationToken);
        }

        await store.SetContactsAsync(filled, Me, cancellationToken);
        Tell(T["saved"]);
        return Redirect("/admin/contacts");
    }

    public static string ElementOf(string field, int row) => $"{field}{row}";

    public IEnumerable<string> At(string element) => Problems.Where(problem => problem.Element == element).Select(problem => problem.Text);

    private IEnumerable<FormProblem> ProblemsOf(IEnumerable<HumanContactOptions> rows) =>
        rows.SelectMany((row, index) => row.IsEmpty ? [] : row.Fields.Where(field => ContactForm.Problem(field) is not null)
            .Select(field => new FormProblem(ElementOf(field.Field, index), T.Say(ContactForm.Problem(field)!, ContactForm.Longest))));

    private async Task<IActionResult> TypedAsync(IReadOnlyList<HumanContactOptions> rows, CancellationToken cancellationToken)
    {
        IsTyped = true;
        Problems = [.. ProblemsOf(rows)];
        await ShowAsync(rows, cancellationToken);
        var filled = rows.Where(row => !row.IsEmpty).ToList();
        Previews = Problems.Count == 0 && filled.Count is > 0 and <= Most ? previews.Contacts(filled) : [];
        return Page();
    }

    private async Task ShowAsync(IReadOnlyList<HumanContactOptions> rows, CancellationToken cancellationToken) =>
        (Rows, FromSettings) = (rows, (await store.ContactsAsync(cancellationToken)).Count == 0);
}
